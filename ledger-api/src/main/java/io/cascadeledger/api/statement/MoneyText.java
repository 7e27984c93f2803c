package io.cascadeledger.api.statement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts of a currency for people: {@code 1,234.50}, as many decimals as it has. */
final class MoneyText {

  private final int decimals;
  private final DecimalFormat format =
      new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

  MoneyText(Currency currency) {
    decimals = currency.getDefaultFractionDigits();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
  }

  /** An amount of minor units. */
  String of(BigInteger minor) {
    return format.format(new BigDecimal(minor, decimals));
  }

  /** An amount of minor units. */
  String of(long minor) {
    return of(BigInteger.valueOf(minor));
  }

  /** A change by so many minor units: nothing if there is none. */
  String ofChange(long minor) {
    return minor == 0 ? "" : of(minor);
  }
}
