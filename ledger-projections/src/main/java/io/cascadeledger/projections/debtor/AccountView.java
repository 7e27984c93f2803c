package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import java.util.Currency;
import java.util.List;

/**
 * A debtor account as it stands.
 *
 * @param reference the lender's reference
 * @param currency the currency of its entries
 * @param paymentReference how debtors name it when paying, or null
 * @param portfolioReference a group for reports, or null
 * @param meta the lender's notes
 * @param parts what belongs to it beside its entries
 * @param entries its ledger, in the order of arrival; empty if it was not asked for
 */
public record AccountView(
    String reference,
    Currency currency,
    String paymentReference,
    String portfolioReference,
    Meta meta,
    Parts parts,
    List<LedgerEntry> entries) {

  /**
   * What belongs to an account beside its entries, each in the order of arrival.
   *
   * @param scores its scores
   * @param products its products
   * @param debtors its debtors, sealed
   * @param mandates its mandates, sealed
   */
  public record Parts(
      List<Score> scores, List<Product> products, List<Debtor> debtors, List<Mandate> mandates) {}

  AccountView with(Parts all) {
    return new AccountView(
        reference, currency, paymentReference, portfolioReference, meta, all, entries);
  }

  AccountView with(List<LedgerEntry> all) {
    return new AccountView(
        reference, currency, paymentReference, portfolioReference, meta, parts, all);
  }
}
