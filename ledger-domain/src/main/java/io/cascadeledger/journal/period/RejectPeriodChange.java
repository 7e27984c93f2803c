package io.cascadeledger.journal.period;

import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;

/**
 * Turn down a closing or re-opening that was asked for.
 *
 * @param periods the tenant's periods
 * @param lastDay the last day of the period
 * @param rejectedBy who turns it down
 * @param reason why
 * @param time when the command was received
 */
public record RejectPeriodChange(
    AccountingPeriodsId periods,
    LocalDate lastDay,
    String rejectedBy,
    String reason,
    PostingTime time) {}
