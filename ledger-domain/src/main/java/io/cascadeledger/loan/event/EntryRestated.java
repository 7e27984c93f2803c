package io.cascadeledger.loan.event;

import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the loan does something else than before, because a movement was put before it or
 * taken away. What it did is not changed; the difference is booked.
 *
 * @param loan the loan
 * @param restatedEntryId the entry that does something else now
 * @param causedByEntryId the entry of the movement that was put before it, or of the reversal that
 *     took one away
 * @param allocation how the movement is split now, or null if it is not one that is split
 * @param entry the difference between what the entry does now and what it did before
 * @param postedAt when the ledger recorded it
 */
public record EntryRestated(
    LoanId loan,
    UUID restatedEntryId,
    UUID causedByEntryId,
    Allocation allocation,
    JournalEntry entry,
    Instant postedAt)
    implements LoanMovement {}
