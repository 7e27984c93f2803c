package io.cascadeledger.account.event;

import io.cascadeledger.matching.MatchRule;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment of the account was split over what was open. What it paid, and what of it pays nothing
 * yet, are the entries behind this event that name it.
 *
 * @param account the account
 * @param matchId the identity of the payment as a whole
 * @param amount what was paid
 * @param rule how it was split
 * @param providerName through whom it came, or null
 * @param trackingId how the provider names it, or null; with the provider it is unique in the
 *     account
 * @param paymentReference how the debtor named what was paid, or null
 * @param meta the lender's notes
 * @param digest a digest of all of this but the identity, by which a repetition is known
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record PaymentMatched(
    AccountId account,
    UUID matchId,
    Money amount,
    MatchRule rule,
    String providerName,
    String trackingId,
    String paymentReference,
    Meta meta,
    String digest,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
