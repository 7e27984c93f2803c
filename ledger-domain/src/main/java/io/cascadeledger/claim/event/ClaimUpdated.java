package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lender said something new of a claim.
 *
 * @param claim the claim
 * @param details all that is said of it now
 * @param reason why, in the lender's words; or null
 * @param entry the entry that books the difference of what is owed; null if there is none
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimUpdated(
    ClaimId claim,
    ClaimDetails details,
    String reason,
    JournalEntry entry,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ClaimEvent, BookedEvent {}
