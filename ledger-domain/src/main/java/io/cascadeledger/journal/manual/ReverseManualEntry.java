package io.cascadeledger.journal.manual;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.time.PostingTime;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Undo a manual entry by one that mirrors it.
 *
 * @param manualEntry the manual entry
 * @param reversedEntryId the entry to undo: the manual entry itself, if it is not its reversal
 * @param entryId the identity of the new entry
 * @param effectiveDate the day on which the reversal counts
 * @param reasonCode why
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's notes
 * @param time when the command was received
 */
public record ReverseManualEntry(
    ManualEntryId manualEntry,
    UUID reversedEntryId,
    UUID entryId,
    LocalDate effectiveDate,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    PostingTime time) {}
