package io.cascadeledger.api.export;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.chart.Chart;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What a writer must know of the books besides their entries.
 *
 * @param tenant whose books
 * @param chart the accounts
 * @param currencies what is booked in
 * @param upTo the position of the last event that counts
 */
record ExportedBooks(String tenant, Chart chart, List<Currency> currencies, long upTo) {

  ExportedBooks {
    currencies = List.copyOf(currencies);
  }

  /**
   * An account as the plain-text tools know it, such as {@code Assets:1100-Principal-Receivable}:
   * of letters, digits and hyphens, because that is what all of them take.
   */
  String accountName(AccountCode code) {
    Account account = chart.find(code).orElseThrow();
    String root =
        switch (account.type()) {
          case ASSET -> "Assets";
          case LIABILITY -> "Liabilities";
          case EQUITY -> "Equity";
          case INCOME -> "Income";
          case EXPENSE -> "Expenses";
        };
    StringBuilder name = new StringBuilder(root).append(':').append(code);
    boolean gap = true;
    for (int i = 0; i < account.name().length(); i++) {
      char c = account.name().charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        gap = true;
        continue;
      }
      if (gap) {
        name.append('-');
        gap = false;
      }
      name.append(c);
    }
    return name.toString();
  }

  /** An amount in the units that people count in: 88849 USD is {@code 888.49}. */
  static String decimal(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  /** The name of a constant, as the API has it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
