package io.cascadeledger.journal.period;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A period was closed: from then on nothing is booked on its days or before.
 *
 * @param periods the tenant's periods
 * @param closing which closing of the tenant it is: 1, 2, 3 and so on
 * @param firstDay its first day; null if it begins with the books
 * @param lastDay its last day
 * @param closedBy who has closed it
 * @param approvedBy who has approved it; null if it needed no approval
 * @param reason why
 * @param approvalReason what the approver said, or null
 * @param effectiveDate the business date on which it happened
 * @param postedAt when the ledger recorded it
 */
public record PeriodClosed(
    AccountingPeriodsId periods,
    int closing,
    LocalDate firstDay,
    LocalDate lastDay,
    String closedBy,
    String approvedBy,
    String reason,
    String approvalReason,
    LocalDate effectiveDate,
    Instant postedAt)
    implements PeriodEvent {}
