package io.cascadeledger.claim.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A resolved claim is collected again.
 *
 * @param claim the claim
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimReactivated(ClaimId claim, LocalDate effectiveDate, Instant postedAt)
    implements ClaimEvent {}
