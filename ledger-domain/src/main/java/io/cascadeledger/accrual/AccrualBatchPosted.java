package io.cascadeledger.accrual;

import io.cascadeledger.loan.terms.DayCountConvention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Interest was booked on each loan of a batch.
 *
 * @param batch the batch
 * @param entryId the identity under which all lines of the batch are read as one entry
 * @param programId the lending program
 * @param dayCountConvention how the lender counted days, or null
 * @param currency the currency of all the loans
 * @param totalMinor the interest of all loans, in minor units
 * @param loans the loans, in the order in which the caller named them
 * @param effectiveDate the day on which the interest was earned
 * @param postedAt when the ledger recorded it
 */
public record AccrualBatchPosted(
    AccrualBatchId batch,
    UUID entryId,
    String programId,
    DayCountConvention dayCountConvention,
    Currency currency,
    long totalMinor,
    List<UUID> loans,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccrualBatchEvent {

  public AccrualBatchPosted {
    loans = List.copyOf(loans);
  }
}
