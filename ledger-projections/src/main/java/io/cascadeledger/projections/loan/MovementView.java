package io.cascadeledger.projections.loan;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A movement of a loan as it counts now.
 *
 * @param loan the loan
 * @param movementId the movement; an accrual has the identity of its batch
 * @param borrowerId who owes the loan
 * @param entryId its journal entry
 * @param position the position of its event
 * @param type what it is
 * @param paymentKind the kind of a payment; null of anything else
 * @param amountMinor its amount now, in minor units
 * @param currency the loan's currency
 * @param effectiveDate the day on which it counts
 * @param dueDate when a fee or penalty falls due; null if on its effective date, or of anything
 *     else
 * @param postedAt when the ledger recorded it
 * @param sourceMethod how a payment came, or null
 * @param externalRef its name in another system, or null
 * @param allocation how it is split now; null if it is not one that is split
 * @param asPosted what it was when it was posted, if it does something else by now; else null
 * @param metadata the caller's notes
 * @param reversedByEntryId the entry that undid it, or null
 */
public record MovementView(
    LoanId loan,
    UUID movementId,
    UUID borrowerId,
    UUID entryId,
    long position,
    EntryType type,
    PaymentKind paymentKind,
    long amountMinor,
    Currency currency,
    LocalDate effectiveDate,
    LocalDate dueDate,
    Instant postedAt,
    String sourceMethod,
    String externalRef,
    Allocation allocation,
    AsPosted asPosted,
    Metadata metadata,
    UUID reversedByEntryId) {

  /**
   * What a movement was when it was posted, and what has made it something else.
   *
   * @param amountMinor its amount then
   * @param allocation how it was split then; null if it is not one that is split
   * @param restatements its restatements, the last one last; only the last {@link
   *     Limits#RESTATEMENTS_LISTED}
   */
  public record AsPosted(long amountMinor, Allocation allocation, List<Restatement> restatements) {

    public AsPosted {
      restatements = List.copyOf(restatements);
    }
  }

  /**
   * A restatement of a movement.
   *
   * @param entryId the entry that books the difference
   * @param causedById the entry, or the change of terms, because of which
   */
  public record Restatement(UUID entryId, UUID causedById) {}

  /** Whether it does something else by now than when it was posted. */
  public boolean restated() {
    return asPosted != null;
  }
}
