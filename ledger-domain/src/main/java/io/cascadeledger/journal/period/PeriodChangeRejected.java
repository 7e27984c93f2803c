package io.cascadeledger.journal.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A closing or re-opening that was asked for was turned down.
 *
 * @param periods the tenant's periods
 * @param change which of them
 * @param lastDay its last day
 * @param rejectedBy who has turned it down
 * @param reason why
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record PeriodChangeRejected(
    AccountingPeriodsId periods,
    PeriodChange change,
    LocalDate lastDay,
    String rejectedBy,
    String reason,
    LocalDate effectiveDate,
    Instant postedAt)
    implements PeriodEvent {}
