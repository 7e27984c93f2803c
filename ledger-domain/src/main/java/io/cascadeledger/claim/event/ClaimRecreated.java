package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A deleted claim was created anew: its life begins again.
 *
 * @param claim the claim
 * @param details what is said of it
 * @param digest a digest of the same, by which a repetition is known
 * @param entry the entry that books it; null if nothing is owed
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimRecreated(
    ClaimId claim,
    ClaimDetails details,
    String digest,
    JournalEntry entry,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ClaimEvent, BookedEvent {}
