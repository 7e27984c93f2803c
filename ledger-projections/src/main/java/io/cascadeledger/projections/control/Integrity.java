package io.cascadeledger.projections.control;

import java.util.List;

/**
 * Accounts whose kept totals are not what their lines sum to.
 *
 * @param whole whether the journal had all lines that the totals have; if not, nothing is said
 * @param mismatched what differs, by account and currency
 */
public record Integrity(boolean whole, List<Mismatch> mismatched) {

  public Integrity {
    mismatched = List.copyOf(mismatched);
  }

  /**
   * What differs of an account in a currency.
   *
   * @param accountCode the account
   * @param currency the currency
   */
  public record Mismatch(String accountCode, String currency) {}
}
