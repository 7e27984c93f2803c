package io.cascadeledger.journal.period;

import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Close the period that ends on a day, and with it all days before.
 *
 * @param periods the tenant's periods
 * @param lastDay the last day of the period
 * @param closedBy who closes it
 * @param reason why
 * @param time when the command was received
 */
public record ClosePeriod(
    AccountingPeriodsId periods,
    LocalDate lastDay,
    String closedBy,
    String reason,
    PostingTime time) {}
