package io.cascadeledger.account.entry;

import io.cascadeledger.metadata.Meta;
import java.util.Currency;
import java.util.Objects;

/**
 * What is said of an account as such.
 *
 * @param currency the one currency of all its entries
 * @param paymentReference how debtors name it when paying, or null
 * @param portfolioReference a group for reports, or null
 * @param meta the lender's notes; claims get them when they are made
 */
public record AccountDetails(
    Currency currency, String paymentReference, String portfolioReference, Meta meta) {

  public AccountDetails {
    Objects.requireNonNull(currency, "currency must not be null");
    Objects.requireNonNull(meta, "meta must not be null");
  }
}
