package io.cascadeledger.loan.schedule;

/**
 * A part of a year, exactly: 30 days of 360 are 30/360. It is kept as it was counted and not
 * reduced, so two fractions may be worth the same and yet not be equal.
 *
 * @param numerator zero or more
 * @param denominator above zero
 */
public record YearFraction(long numerator, long denominator) {

  public YearFraction {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "not a part of a year: " + numerator + "/" + denominator + ".");
    }
  }

  /**
   * A part of this part: half of 1/12 is 1/24.
   *
   * @param part zero or more
   * @param whole above zero
   * @return this fraction times part / whole
   * @throws ArithmeticException if it does not fit
   */
  YearFraction share(long part, long whole) {
    return new YearFraction(
        Math.multiplyExact(numerator, part), Math.multiplyExact(denominator, whole));
  }
}
