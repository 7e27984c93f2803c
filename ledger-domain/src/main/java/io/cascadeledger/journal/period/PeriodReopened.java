package io.cascadeledger.journal.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The period that was closed last was opened again.
 *
 * @param periods the tenant's periods
 * @param firstDay its first day; null if it begins with the books
 * @param lastDay its last day
 * @param reopenedBy who has opened it
 * @param approvedBy who has approved it; null if it needed no approval
 * @param reason why
 * @param approvalReason what the approver said, or null
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record PeriodReopened(
    AccountingPeriodsId periods,
    LocalDate firstDay,
    LocalDate lastDay,
    String reopenedBy,
    String approvedBy,
    String reason,
    String approvalReason,
    LocalDate effectiveDate,
    Instant postedAt)
    implements PeriodEvent {}
