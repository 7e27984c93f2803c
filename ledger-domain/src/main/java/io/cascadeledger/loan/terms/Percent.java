package io.cascadeledger.loan.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages of amounts, rounded half up to a minor unit. */
final class Percent {
  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  /**
   * A percentage of an amount.
   *
   * @param percent 2.5 is 2.5 %
   * @param minor the amount, in minor units
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  static long of(BigDecimal percent, long minor) {
    return BigDecimal.valueOf(minor)
        .multiply(percent)
        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
