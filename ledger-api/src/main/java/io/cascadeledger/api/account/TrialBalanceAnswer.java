package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.projections.balance.AccountTotals;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A trial balance as it is answered. */
record TrialBalanceAnswer(
    @Describe("The layer of the books.") String layer,
    @Describe("The last effective date that counts.") LocalDate asOfDate,
    @Describe(value = "When it was known, if that was asked.", optional = true) Instant knownAt,
    @Describe("Every account of the chart, in each currency that was booked.")
        List<TrialBalanceLine> lines,
    @Describe("What the lines sum to in each currency.") List<CurrencyTotal> totals) {

  /** An account in one currency. */
  @Describe("What was booked to an account in one currency.")
  record TrialBalanceLine(
      @Describe("The account.") String accountCode,
      @Describe("Its name.") String accountName,
      @Describe("What it is: asset, liability or income.") String accountType,
      @Describe("The currency.") String currency,
      @Describe("The sum of its debits, in minor units.") String drBalanceMinor,
      @Describe("The sum of its credits, in minor units.") String crBalanceMinor,
      @Describe("The balance on the account's normal side.") String normalBalanceMinor) {

    private static TrialBalanceLine of(AccountTotals totals) {
      AccountType type = totals.account().type();
      return new TrialBalanceLine(
          totals.account().code().value(),
          totals.account().name(),
          type.name().toLowerCase(Locale.ROOT),
          totals.currency().getCurrencyCode(),
          totals.debitMinor().toString(),
          totals.creditMinor().toString(),
          totals.normalBalanceMinor().toString());
    }
  }

  /** The sums of one currency. */
  @Describe("The sums of one currency; their difference is zero.")
  record CurrencyTotal(
      @Describe("The currency.") String currency,
      @Describe("All debits, in minor units.") String drTotalMinor,
      @Describe("All credits, in minor units.") String crTotalMinor,
      @Describe("Debits less credits.") String differenceMinor) {

    private static CurrencyTotal of(Currency currency, List<AccountTotals> accounts) {
      BigInteger debit = sum(currency, accounts, AccountTotals::debitMinor);
      BigInteger credit = sum(currency, accounts, AccountTotals::creditMinor);
      return new CurrencyTotal(
          currency.getCurrencyCode(),
          debit.toString(),
          credit.toString(),
          debit.subtract(credit).toString());
    }

    private static BigInteger sum(
        Currency currency, List<AccountTotals> accounts, Function<AccountTotals, BigInteger> part) {
      return accounts.stream()
          .filter(account -> account.currency().equals(currency))
          .map(part)
          .reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  static TrialBalanceAnswer of(
      List<AccountTotals> accounts, Layer layer, LocalDate asOf, Instant knownAt) {
    List<CurrencyTotal> totals =
        accounts.stream()
            .map(AccountTotals::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .map(currency -> CurrencyTotal.of(currency, accounts))
            .toList();
    return new TrialBalanceAnswer(
        layer.name(), asOf, knownAt, accounts.stream().map(TrialBalanceLine::of).toList(), totals);
  }

  static TrialBalanceAnswer example() {
    return new TrialBalanceAnswer(
        Layer.SETTLED.name(),
        LocalDate.of(2026, 5, 1),
        null,
        List.of(
            new TrialBalanceLine(
                "1010", "Disbursement Clearing", "asset", "USD", "0", "1000000", "-1000000"),
            new TrialBalanceLine(
                "1100", "Principal Receivable", "asset", "USD", "1000000", "0", "1000000")),
        List.of(new CurrencyTotal("USD", "1000000", "1000000", "0")));
  }
}
