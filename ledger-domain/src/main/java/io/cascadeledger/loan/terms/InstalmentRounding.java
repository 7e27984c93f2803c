package io.cascadeledger.loan.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How the amounts of a schedule are rounded. What rounding leaves over goes to the last instalment.
 *
 * @param mode how; interest is rounded by it to a whole minor unit too; not null and not {@code
 *     UNNECESSARY}
 * @param unitMinor what an instalment is a multiple of, in minor units: 1 is a cent, 100 a dollar
 */
public record InstalmentRounding(RoundingMode mode, long unitMinor) {

  /** To the nearest minor unit, halves up: what most lenders do. */
  public static final InstalmentRounding HALF_UP_TO_MINOR_UNIT =
      new InstalmentRounding(RoundingMode.HALF_UP, 1);

  public InstalmentRounding {
    Objects.requireNonNull(mode, "mode must not be null");
    if (mode == RoundingMode.UNNECESSARY) {
      throw new IllegalArgumentException("an instalment can not do without rounding.");
    }
    if (unitMinor < 1) {
      throw new IllegalArgumentException("the unit of an instalment is below 1: " + unitMinor);
    }
  }

  /**
   * Rounds an instalment: 19813.66 to units of 100, half up, is 19800.
   *
   * @param amount in minor units and parts of them
   * @return a multiple of the unit, in minor units
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long instalment(BigDecimal amount) {
    long units = amount.divide(BigDecimal.valueOf(unitMinor), 0, mode).longValueExact();
    return Math.multiplyExact(units, unitMinor);
  }
}
