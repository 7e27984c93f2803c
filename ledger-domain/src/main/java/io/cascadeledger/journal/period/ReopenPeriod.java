package io.cascadeledger.journal.period;

import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Open the period again that was closed last.
 *
 * @param periods the tenant's periods
 * @param lastDay the last day of the period
 * @param reopenedBy who opens it again
 * @param reason why
 * @param time when the command was received
 */
public record ReopenPeriod(
    AccountingPeriodsId periods,
    LocalDate lastDay,
    String reopenedBy,
    String reason,
    PostingTime time) {}
