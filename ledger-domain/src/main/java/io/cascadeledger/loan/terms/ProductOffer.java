package io.cascadeledger.loan.terms;

import java.util.Currency;

/**
 * What a product allows the loan that is to be opened by it.
 *
 * @param version the product and its version
 * @param retired whether no loan is opened by the product any more
 * @param currency the currency of its loans
 * @param limits between which values their terms lie
 */
public record ProductOffer(
    ProductVersion version, boolean retired, Currency currency, TermsLimits limits) {}
