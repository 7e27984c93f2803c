package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A penalty was charged to the loan.
 *
 * @param loan the loan
 * @param penaltyId the movement's identity
 * @param amount the penalty
 * @param penaltyType what the penalty is for, such as {@code late_payment}
 * @param description a sentence for the statement, or null
 * @param dueDate when it falls due; null if on its effective date
 * @param basis what it follows from if the ledger has charged it by itself; else null
 * @param metadata the caller's own notes, never null
 * @param entry penalties receivable against penalty income
 * @param postedAt when the ledger recorded it
 */
public record PenaltyAssessed(
    LoanId loan,
    UUID penaltyId,
    Money amount,
    String penaltyType,
    String description,
    LocalDate dueDate,
    ChargeBasis basis,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {

  /** One that the lender charges. */
  public PenaltyAssessed(
      LoanId loan,
      UUID penaltyId,
      Money amount,
      String penaltyType,
      String description,
      LocalDate dueDate,
      Metadata metadata,
      JournalEntry entry,
      Instant postedAt) {
    this(
        loan,
        penaltyId,
        amount,
        penaltyType,
        description,
        dueDate,
        null,
        metadata,
        entry,
        postedAt);
  }
}
