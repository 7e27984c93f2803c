package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.Originator;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * More is owed of a claim.
 *
 * @param claim the claim
 * @param amount by how much
 * @param originator who asked for it
 * @param description why, in a sentence; or null
 * @param amountLeftMinor what is owed of it now without fees, in minor units
 * @param entry the entry that books it
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimDebited(
    ClaimId claim,
    Money amount,
    Originator originator,
    String description,
    long amountLeftMinor,
    JournalEntry entry,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ClaimEvent, BookedEvent {}
