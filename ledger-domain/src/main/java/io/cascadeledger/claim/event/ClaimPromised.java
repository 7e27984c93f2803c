package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.PromiseToPay;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A debtor promised to pay on a claim.
 *
 * @param claim the claim
 * @param promise what was promised
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimPromised(
    ClaimId claim, PromiseToPay promise, LocalDate effectiveDate, Instant postedAt)
    implements ClaimEvent {}
