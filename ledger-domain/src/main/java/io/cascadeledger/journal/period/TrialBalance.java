package io.cascadeledger.journal.period;

import io.cascadeledger.journal.AccountCode;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was booked to each account up to the end of a period: debits equal credits in each currency.
 *
 * @param accounts the accounts that were booked to, by code, then by currency
 */
public record TrialBalance(List<AccountTotal> accounts) {

  /**
   * An account in one currency.
   *
   * @param account the account
   * @param currency the currency
   * @param debitMinor the sum of its debits, in minor units
   * @param creditMinor the sum of its credits, in minor units
   */
  public record AccountTotal(
      AccountCode account, Currency currency, BigInteger debitMinor, BigInteger creditMinor) {

    private String line() {
      return "%s %s %s %s\n".formatted(account, currency, debitMinor, creditMinor);
    }
  }

  private static final Comparator<AccountTotal> ORDER =
      Comparator.comparing((AccountTotal it) -> it.account().value())
          .thenComparing(it -> it.currency().getCurrencyCode());

  /**
   * Puts the accounts in order.
   *
   * @throws IllegalArgumentException if debits and credits differ in a currency
   */
  public TrialBalance {
    accounts = accounts.stream().sorted(ORDER).toList();
    Map<Currency, BigInteger> sums = new HashMap<>();
    for (AccountTotal it : accounts) {
      sums.merge(it.currency(), it.debitMinor().subtract(it.creditMinor()), BigInteger::add);
    }
    if (sums.values().stream().anyMatch(sum -> sum.signum() != 0)) {
      throw new IllegalArgumentException("debits and credits differ: " + sums);
    }
  }

  /**
   * The trial balance as text, of which a hash is kept: a line with the tenant, a line with the
   * day, and a line for each account with its code, the currency, the debits and the credits, with
   * a space between them and a line feed at the end of each.
   *
   * @param tenant whose trial balance it is
   * @param lastDay as of which day
   */
  public String text(String tenant, LocalDate lastDay) {
    StringBuilder text = new StringBuilder(tenant).append('\n').append(lastDay).append('\n');
    accounts.forEach(it -> text.append(it.line()));
    return text.toString();
  }
}
