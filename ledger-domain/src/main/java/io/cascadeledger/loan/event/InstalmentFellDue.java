package io.cascadeledger.loan.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An instalment fell due. Nothing is booked.
 *
 * @param loan the loan
 * @param number the instalment's number, from 1
 * @param openMinor what was open of it at the end of that day, in minor units; zero if it was paid
 *     before
 * @param effectiveDate its due date
 * @param postedAt when the ledger recorded it
 */
public record InstalmentFellDue(
    LoanId loan, int number, long openMinor, LocalDate effectiveDate, Instant postedAt)
    implements LoanEvent {}
