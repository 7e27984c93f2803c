package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A journal entry as it is read: that of one loan, a manual one, or all of a batch of accruals.
 *
 * @param entryId the entry
 * @param position the position of the event that booked it
 * @param type what kind of movement it books
 * @param effectiveDate the day on which the books have it
 * @param valueDate the day on which it counts for its loan, if that is another; else null
 * @param postedAt when the ledger recorded it
 * @param accrualId the batch of accruals that brought it, or null
 * @param batchEntryId the batch's entry of which this is a part, or null
 * @param reversesEntryId the entry that this one undoes, or null
 * @param reversedByEntryId the entry that undid this one, or null
 * @param restatesEntryId the entry that does something else since this one, or null
 * @param causedByEntryId the entry because of which it does, or null
 * @param description a sentence, or null
 * @param actor who acted, or null
 * @param correlationId what belongs together across systems, or null
 * @param metadata the caller's own notes; none for a batch as a whole
 * @param lines the lines; their debits equal their credits
 */
public record JournalItem(
    UUID entryId,
    long position,
    EntryType type,
    LocalDate effectiveDate,
    LocalDate valueDate,
    Instant postedAt,
    UUID accrualId,
    UUID batchEntryId,
    UUID reversesEntryId,
    UUID reversedByEntryId,
    UUID restatesEntryId,
    UUID causedByEntryId,
    String description,
    String actor,
    String correlationId,
    Metadata metadata,
    List<Line> lines) {

  public JournalItem {
    lines = List.copyOf(lines);
  }

  /**
   * A line of an entry.
   *
   * @param sequence its place in the entry: 1, 2, 3 and so on
   * @param account the account booked to
   * @param side debit or credit
   * @param amount the amount, above zero
   * @param layer the layer of the books
   * @param loanId the loan that it concerns; null of a manual entry
   * @param borrowerId who owes that loan; null if there is none
   * @param externalRef the movement's name in another system, or null
   */
  public record Line(
      int sequence,
      AccountCode account,
      Side side,
      Money amount,
      Layer layer,
      UUID loanId,
      UUID borrowerId,
      String externalRef) {}

  JournalItem with(List<Line> allLines) {
    return new JournalItem(
        entryId,
        position,
        type,
        effectiveDate,
        valueDate,
        postedAt,
        accrualId,
        batchEntryId,
        reversesEntryId,
        reversedByEntryId,
        restatesEntryId,
        causedByEntryId,
        description,
        actor,
        correlationId,
        metadata,
        allLines);
  }
}
