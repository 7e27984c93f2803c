package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.projections.balance.AccountTotals;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;

/** The balance of a general ledger account as it is answered. */
record AccountBalanceAnswer(
    @Describe("The account.") String accountCode,
    @Describe("Its name.") String accountName,
    @Describe("The currency.") String currency,
    @Describe("The layer of the books.") String layer,
    @Describe("The last effective date that counts.") LocalDate asOfDate,
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt,
    @Describe("The sum of its debits, in minor units.") String drBalanceMinor,
    @Describe("The sum of its credits, in minor units.") String crBalanceMinor,
    @Describe("The balance on the account's normal side; negative on the other.")
        String normalBalanceMinor) {

  static AccountBalanceAnswer of(
      AccountTotals totals, Layer layer, LocalDate asOf, Instant knownAt) {
    return new AccountBalanceAnswer(
        totals.account().code().value(),
        totals.account().name(),
        totals.currency().getCurrencyCode(),
        layer.name(),
        asOf,
        knownAt,
        text(totals.debitMinor()),
        text(totals.creditMinor()),
        text(totals.normalBalanceMinor()));
  }

  private static String text(BigInteger minor) {
    return minor.toString();
  }

  static AccountBalanceAnswer example() {
    return new AccountBalanceAnswer(
        "1100",
        "Principal Receivable",
        "USD",
        "SETTLED",
        LocalDate.of(2026, 5, 1),
        null,
        "1000000",
        "78349",
        "921651");
  }
}
