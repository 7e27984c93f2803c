package io.cascadeledger.product;

import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.PostingAccounts;
import io.cascadeledger.loan.terms.TermsLimits;
import java.util.Currency;
import java.util.Objects;

/**
 * What a version of a product says. It is complete: nothing is taken from the version before.
 *
 * @param name what people call the product
 * @param description more about it, or null
 * @param currency the currency of its loans
 * @param terms the template of their terms; a loan says what is null here, and may say other things
 * @param limits between which values the terms of a loan lie
 * @param accounts to which accounts movements are booked; null for those of every chart
 */
public record ProductContent(
    String name,
    String description,
    Currency currency,
    LoanTerms terms,
    TermsLimits limits,
    PostingAccounts accounts) {

  /** A version whose loans are booked to the accounts of every chart. */
  public ProductContent(
      String name, String description, Currency currency, LoanTerms terms, TermsLimits limits) {
    this(name, description, currency, terms, limits, null);
  }

  public ProductContent {
    Objects.requireNonNull(name, "name must not be null");
    Objects.requireNonNull(currency, "currency must not be null");
    Objects.requireNonNull(terms, "terms must not be null");
    Objects.requireNonNull(limits, "limits must not be null");
  }
}
