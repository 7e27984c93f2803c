package io.cascadeledger.claim.event;

import io.cascadeledger.claim.value.CustomTrigger;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lender sent a word about a claim to those who follow the events.
 *
 * @param claim the claim
 * @param trigger what is to be triggered
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ClaimTriggerFired(
    ClaimId claim, CustomTrigger trigger, LocalDate effectiveDate, Instant postedAt)
    implements ClaimEvent {}
