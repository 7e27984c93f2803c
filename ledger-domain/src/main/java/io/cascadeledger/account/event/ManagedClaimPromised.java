package io.cascadeledger.account.event;

import io.cascadeledger.claim.value.PromiseToPay;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A debtor promised to pay on a managed claim.
 *
 * @param account the account
 * @param claimReference its reference, that of the invoice
 * @param promise what was promised
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ManagedClaimPromised(
    AccountId account,
    String claimReference,
    PromiseToPay promise,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
