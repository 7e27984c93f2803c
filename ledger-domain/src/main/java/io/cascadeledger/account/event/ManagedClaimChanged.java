package io.cascadeledger.account.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Entries of the account, or the lender, changed a claim.
 *
 * @param account the account
 * @param claimReference its reference, that of the invoice
 * @param change what has become of it
 * @param figures what it comes to
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ManagedClaimChanged(
    AccountId account,
    String claimReference,
    ClaimChange change,
    ClaimFigures figures,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
