package io.cascadeledger.journal.manual;

import io.cascadeledger.journal.BookedEntry;
import io.cascadeledger.journal.JournalEntry;
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
 * @param entry the entry
 * @param postedAt when the ledger recorded it
 */
public record ManualEntryPosted(
    ManualEntryId manualEntry,
    String author,
    String approvedBy,
    String approvalReason,
    ManualEntryText text,
    JournalEntry entry,
    Instant postedAt)
    implements ManualEntryEvent, BookedEntry {

  @Override
  public LocalDate effectiveDate() {
    return entry.effectiveDate();
  }

  @Override
  public Metadata metadata() {
    return text.metadata();
  }
}
