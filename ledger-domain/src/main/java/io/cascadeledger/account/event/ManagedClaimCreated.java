package io.cascadeledger.account.event;

import io.cascadeledger.metadata.Meta;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * An invoice made a claim, which follows the account's entries from now on.
 *
 * @param account the account
 * @param claimReference its reference, that of the invoice
 * @param currency the account's currency
 * @param originalDueDate when the invoice fell due at first
 * @param productReference the product it is for, or null
 * @param debtorReference which of the account's debtors owes it, or null
 * @param paymentReference how the debtor names it when paying, or null
 * @param portfolioReference the account's group for reports, or null
 * @param meta the account's notes, with those of the invoice added
 * @param figures what it comes to
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ManagedClaimCreated(
    AccountId account,
    String claimReference,
    Currency currency,
    LocalDate originalDueDate,
    String productReference,
    String debtorReference,
    String paymentReference,
    String portfolioReference,
    Meta meta,
    ClaimFigures figures,
    LocalDate effectiveDate,
    Instant postedAt)
    implements AccountEvent {}
