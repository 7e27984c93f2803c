package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A manual entry was booked: at once, or when it was approved.
 *
 * @param manualEntry the manual entry
 * @param author who wrote it
 * @param approvedBy who approved it; null if it needed no approval
 * @param approvalReason what the approver said, or null
 * @param text what is written on it
 * @param layer the layer of the books in which it is; null for the settled one
 * @param entry the entry
 * @param postedAt when the ledger recorded it
 */
public record ManualEntryPosted(
    ManualEntryId manualEntry,
    String author,
    String approvedBy,
    String approvalReason,
    ManualEntryText text,
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

  @Override
  public Metadata metadata() {
    return text.metadata();
  }
}
