package io.cascadeledger.loan.terms;

import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;

/**
 * What an instalment costs that is not paid in time. It is charged once for each instalment, at the
 * end of the first day on which something of it is open and the grace is over. Days of a {@link
 * DelinquencyPause} count neither as grace nor is anything charged on them.
 *
 * @param component fees or penalties
 * @param graceDays how many days after its due date an instalment may be paid without it, from 0
 * @param flatMinor an amount in minor units; zero for none
 * @param percentOfOverdue a percentage of what is open of the instalment's principal and interest,
 *     rounded half up; zero for none
 */
public record LateCharge(
    Component component, int graceDays, long flatMinor, BigDecimal percentOfOverdue) {

  public LateCharge {
    if (component != Component.FEES && component != Component.PENALTIES) {
      throw new IllegalArgumentException("a late charge is a fee or a penalty, not " + component);
    }
    if (graceDays < 0 || flatMinor < 0 || percentOfOverdue.signum() < 0) {
      throw new IllegalArgumentException("no part of a late charge is negative");
    }
  }

  /**
   * What an instalment costs of which something is open.
   *
   * @param openMinor its open principal and interest, in minor units
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long minor(long openMinor) {
    return Math.addExact(flatMinor, Percent.of(percentOfOverdue, openMinor));
  }
}
