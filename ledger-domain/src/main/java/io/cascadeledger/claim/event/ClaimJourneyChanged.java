package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.JourneyState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lender paused, resumed or stopped the collection of a claim.
 *
 * @param claim the claim
 * @param state where it stands now
 * @param reason why, in the lender's words; or null
 * @param description more of it, or null
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimJourneyChanged(
    ClaimId claim,
    JourneyState state,
    String reason,
    String description,
    LocalDate effectiveDate,
    Instant postedAt)
    implements ClaimEvent {}
