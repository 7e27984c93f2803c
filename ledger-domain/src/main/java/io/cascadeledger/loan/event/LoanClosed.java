package io.cascadeledger.loan.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The loan was settled and closed: it takes no further movement, unless a reversal re-opens it.
 *
 * @param loan the loan
 * @param reason why, in a sentence; or null
 * @param effectiveDate the day from which it is closed
 * @param postedAt when the ledger recorded it
 */
public record LoanClosed(LoanId loan, String reason, LocalDate effectiveDate, Instant postedAt)
    implements LoanEvent {}
