package io.cascadeledger.money;

import java.util.Currency;
import java.util.Objects;

/**
 * An amount in the minor units of a currency: 88849 USD is 888.49 dollars, 500 JPY is 500 yen.
 *
 * <p>Immutable, and never rounded. It is not for rates or fractions of a minor unit.
 *
 * @param minorUnits the amount in minor units; may be zero or negative
 * @param currency the ISO 4217 currency, not null
 */
public record Money(long minorUnits, Currency currency) {

  public Money {
    Objects.requireNonNull(currency, "currency must not be null");
  }

  /**
   * An amount of minor units in a currency.
   *
   * @param minorUnits the amount in minor units
   * @param currencyCode an ISO 4217 code such as {@code USD}
   * @return the amount, never null
   * @throws IllegalArgumentException if the code is not of ISO 4217
   */
  public static Money ofMinor(long minorUnits, String currencyCode) {
    return new Money(minorUnits, Currency.getInstance(currencyCode));
  }

  /** Whether this amount is above zero. */
  public boolean isPositive() {
    return minorUnits > 0;
  }

  @Override
  public String toString() {
    return minorUnits + " " + currency.getCurrencyCode();
  }
}
