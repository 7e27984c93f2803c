package io.cascadeledger.account.event;

import io.cascadeledger.account.entry.Product;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A product of the account was updated.
 *
 * @param account the account
 * @param product all that is said of it now
 * @param effectiveDate the day on which it counts
 * @param postedAt when the ledger recorded it
 */
public record ProductChanged(
    AccountId account, Product product, LocalDate effectiveDate, Instant postedAt)
    implements AccountEvent {}
