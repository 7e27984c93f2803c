package io.cascadeledger.journal.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The closing or re-opening of a period was asked for, and waits for another's approval.
 *
 * @param periods the tenant's periods
 * @param change which of them
 * @param firstDay its first day; null if it begins with the books
 * @param lastDay its last day
 * @param requestedBy who has asked
 * @param reason why
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record PeriodChangeRequested(
    AccountingPeriodsId periods,
    PeriodChange change,
    LocalDate firstDay,
    LocalDate lastDay,
    String requestedBy,
    String reason,
    LocalDate effectiveDate,
    Instant postedAt)
    implements PeriodEvent {}
