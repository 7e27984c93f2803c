package io.cascadeledger.account.event;

import io.cascadeledger.claim.value.JourneyState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lender paused, resumed or stopped the collection of a managed claim.
 *
 * @param account the account
 * @param claimReference its reference, that of the invoice
 * @param state where it stands now
 * @param reason why, in the lender's words; or null
 * @param description more of it, or null
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ManagedClaimJourneyChanged(
    AccountId account,
    String claimReference,
    JourneyState state,
    String reason,
    String description,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
