package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.ChartOfAccounts;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;

/** An account of the chart as it is answered. */
@Describe("An account of the general ledger.")
record AccountAnswer(
    @Describe("Its four digits.") String accountCode,
    @Describe("Its name.") String accountName,
    @Describe("What it is: asset, liability, equity, income or expense.") String accountType,
    @Describe("The side on which its balance normally stands: debit or credit.") String normalSide,
    @Describe(value = "The account under which it is read.", optional = true) String parentCode,
    @Describe(
            "control if it sums up loans, so that it takes no manual lines; clearing if it should"
                + " return to zero; else ordinary.")
        String kind,
    @Describe(
            value = "The currencies that manual entries may book to it; any if left out.",
            optional = true)
        String currencies,
    @Describe(value = "What is booked there.", optional = true) String purpose,
    @Describe("open, or closed to manual entries.") String status,
    @Describe("Whether every tenant has it, because movements of loans book to it.")
        boolean builtIn) {

  static AccountAnswer of(Account account) {
    String currencies =
        account.definition().currencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.joining(" "));
    return new AccountAnswer(
        account.code().value(),
        account.name(),
        word(account.type()),
        word(account.normalSide()),
        account.definition().parent() == null ? null : account.definition().parent().value(),
        kind(account),
        currencies.isEmpty() ? null : currencies,
        account.purpose(),
        account.open() ? "open" : "closed",
        ChartOfAccounts.find(account.code()).isPresent());
  }

  private static String kind(Account account) {
    if (account.control()) {
      return "control";
    }
    return account.definition().clearing() ? "clearing" : "ordinary";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static AccountAnswer example() {
    return AccountAnswer.of(ChartOfAccounts.find(ChartOfAccounts.CASH_CLEARING).orElseThrow());
  }
}
