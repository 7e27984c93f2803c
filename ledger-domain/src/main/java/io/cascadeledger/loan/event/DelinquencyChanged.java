package io.cascadeledger.loan.event;

import io.cascadeledger.loan.terms.DelinquencyBucket;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The loan has become late, later, or is no longer late. Nothing is booked.
 *
 * @param loan the loan
 * @param bucket how late it is at the end of that day
 * @param daysPastDue how many days ago the oldest open instalment fell due; zero if none is late
 * @param overdueMinor what is open of all instalments that have fallen due, in minor units
 * @param effectiveDate the day
 * @param postedAt when the ledger recorded it
 */
public record DelinquencyChanged(
    LoanId loan,
    DelinquencyBucket bucket,
    long daysPastDue,
    long overdueMinor,
    LocalDate effectiveDate,
    Instant postedAt)
    implements LoanEvent {}
