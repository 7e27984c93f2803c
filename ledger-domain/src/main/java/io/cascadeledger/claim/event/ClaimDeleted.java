package io.cascadeledger.claim.event;

import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A claim was deleted, as if it had never been placed; what was owed of it is taken off the books.
 *
 * @param claim the claim
 * @param reason why, in the lender's words; or null
 * @param entry the entry that books it; null if nothing was owed
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimDeleted(
    ClaimId claim, String reason, JournalEntry entry, LocalDate effectiveDate, Instant postedAt)
    implements ClaimEvent, BookedEvent {}
