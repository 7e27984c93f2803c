package io.cascadeledger.account.event;

import io.cascadeledger.account.entry.Product;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The account got a product.
 *
 * @param account the account
 * @param product the product
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ProductAdded(
    AccountId account, Product product, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
