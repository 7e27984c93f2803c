package io.cascadeledger.journal;

import io.cascadeledger.money.Money;
import java.util.Arrays;
import java.util.Currency;

/**
 * The lines of amounts that may go either way: debits before credits, as people write them.
 *
 * @param account the account booked to
 * @param debitMinusCredit what is booked in minor units: a debit if above zero, a credit if below
 */
public record DebitsFirst(AccountCode account, long debitMinusCredit) {

  /**
   * The lines of some amounts.
   *
   * @throws IllegalArgumentException if they do not balance, or are all zero
   */
  public static Lines lines(Currency currency, DebitsFirst... amounts) {
    Lines.Builder lines = Lines.builder();
    Arrays.stream(amounts)
        .filter(it -> it.debitMinusCredit > 0)
        .forEach(it -> lines.debit(it.account, new Money(it.debitMinusCredit, currency)));
    Arrays.stream(amounts)
        .filter(it -> it.debitMinusCredit < 0)
        .forEach(it -> lines.credit(it.account, new Money(-it.debitMinusCredit, currency)));
    return lines.build();
  }
}
