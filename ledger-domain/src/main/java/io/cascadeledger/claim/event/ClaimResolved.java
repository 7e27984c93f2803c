package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.ResolutionReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A claim is no longer collected.
 *
 * @param claim the claim
 * @param reason why
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimResolved(
    ClaimId claim, ResolutionReason reason, LocalDate effectiveDate, Instant postedAt)
    implements ClaimEvent {}
