package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fee was charged to the loan.
 *
 * @param loan the loan
 * @param feeId the movement's identity
 * @param amount the fee
 * @param feeType what the fee is for, such as {@code late_payment}
 * @param description a sentence for the statement, or null
 * @param dueDate when it falls due; null if on its effective date
 * @param basis what it follows from if the ledger has charged it by itself; else null
 * @param metadata the caller's own notes, never null
 * @param entry fees receivable against fee income
 * @param postedAt when the ledger recorded it
 */
public record FeeAssessed(
    LoanId loan,
    UUID feeId,
    Money amount,
    String feeType,
    String description,
    LocalDate dueDate,
    ChargeBasis basis,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {

  /** One that the lender charges. */
  public FeeAssessed(
      LoanId loan,
      UUID feeId,
      Money amount,
      String feeType,
      String description,
      LocalDate dueDate,
      Metadata metadata,
      JournalEntry entry,
      Instant postedAt) {
    this(loan, feeId, amount, feeType, description, dueDate, null, metadata, entry, postedAt);
  }
}
