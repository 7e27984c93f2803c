package io.cascadeledger.money;

import java.util.Currency;

/** Two amounts of different currencies met where only one currency can be. */
public final class CurrencyMismatchException extends IllegalArgumentException {

  /**
   * Names both currencies.
   *
   * @param expected the currency that was expected
   * @param actual the currency that came
   */
  public CurrencyMismatchException(Currency expected, Currency actual) {
    super("expected %s but was %s".formatted(expected, actual));
  }
}
