package io.cascadeledger.projections.statement;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.state.LoanBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A journal entry as a line of a statement.
 *
 * @param entryId the entry
 * @param type what kind of movement it books
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 * @param description a sentence, or null
 * @param externalRef the movement's name in another system, or null
 * @param change by how much it changes each part of the loan's balance
 * @param balance the loan's balance after it, in the order of the statement
 * @param corrects the entry that it undoes or restates, or null
 * @param causedById the entry, or the change of terms, because of which it restates another; else
 *     null
 * @param reversedByEntryId the entry that undid it, if that was known; else null
 */
public record StatementLine(
    UUID entryId,
    EntryType type,
    LocalDate effectiveDate,
    Instant postedAt,
    String description,
    String externalRef,
    LoanBalance change,
    LoanBalance balance,
    Corrected corrects,
    UUID causedById,
    UUID reversedByEntryId) {

  /**
   * An entry that another one undoes or restates.
   *
   * @param entryId the entry
   * @param type what kind of movement it books
   * @param effectiveDate the day on which it counts
   */
  public record Corrected(UUID entryId, EntryType type, LocalDate effectiveDate) {}

  StatementLine after(LoanBalance before) {
    return new StatementLine(
        entryId,
        type,
        effectiveDate,
        postedAt,
        description,
        externalRef,
        change,
        before.plus(change),
        corrects,
        causedById,
        reversedByEntryId);
  }
}
