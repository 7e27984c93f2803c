package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry was written that waits for another's approval. Its lines do not count yet.
 *
 * @param manualEntry the manual entry
 * @param author who wrote it
 * @param text what is written on it
 * @param layer the layer of the books in which it would be; null for the settled one
 * @param draft the entry that it would be
 * @param postedAt when the ledger recorded the draft
 */
public record ManualEntryDrafted(
    ManualEntryId manualEntry,
    String author,
    ManualEntryText text,
    Layer layer,
    JournalEntry draft,
    Instant postedAt)
    implements ManualEntryEvent {

  @Override
  public LocalDate effectiveDate() {
    return draft.effectiveDate();
  }
}
