package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.util.UUID;

/**
 * An earlier entry of the loan was undone by one that mirrors it. Both stay in the books.
 *
 * @param loan the loan
 * @param reversedEntryId the entry that was undone
 * @param batchEntryId the identity under which the reversal of a whole batch is read as one entry,
 *     or null if the entry was reversed by itself
 * @param reasonCode why, such as {@code error_correction}
 * @param reasonDescription why, in a sentence; or null
 * @param metadata the caller's own notes, never null
 * @param entry the mirrored lines
 * @param postedAt when the ledger recorded it
 */
public record EntryReversed(
    LoanId loan,
    UUID reversedEntryId,
    UUID batchEntryId,
    String reasonCode,
    String reasonDescription,
    Metadata metadata,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
