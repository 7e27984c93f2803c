package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A manual entry was undone by one that mirrors it.
 *
 * @param manualEntry the manual entry
 * @param reasonCode why, such as {@code error_correction}
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param layer the layer of the books in which both are; null for the settled one
 * @param entry the entry that undoes it
 * @param postedAt when the ledger recorded it
 */
public record ManualEntryReversed(
    ManualEntryId manualEntry,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    Layer layer,
    JournalEntry entry,
    Instant postedAt)
    implements ManualEntryEvent, BookedEntry {

  @Override
  public LocalDate effectiveDate() {
    return entry.effectiveDate();
  }

  @Override
  public Layer bookedIn() {
    return Layer.ofNamed(layer);
  }
}
