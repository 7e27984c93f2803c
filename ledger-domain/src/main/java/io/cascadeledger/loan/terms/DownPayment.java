package io.cascadeledger.loan.terms;

import java.math.BigDecimal;

/**
 * What of each disbursement falls due on its day, before the first instalment; the rest is spread
 * over the instalments.
 *
 * @param flatMinor an amount in minor units, of a smaller disbursement all of it; zero for none
 * @param percent a percentage of the disbursement, rounded half up to a minor unit; zero for none
 */
public record DownPayment(long flatMinor, BigDecimal percent) {

  public DownPayment {
    if (flatMinor < 0 || percent.signum() < 0 || percent.compareTo(Percent.HUNDRED) >= 0) {
      throw new IllegalArgumentException("a down payment is a part of what is paid out");
    }
    if (flatMinor > 0 == percent.signum() > 0) {
      throw new IllegalArgumentException("a down payment is either an amount or a percentage");
    }
  }

  /**
   * The down payment of a disbursement.
   *
   * @param disbursedMinor what is paid out, in minor units
   * @return at most that
   */
  public long minor(long disbursedMinor) {
    return flatMinor > 0
        ? Math.min(flatMinor, disbursedMinor)
        : Percent.of(percent, disbursedMinor);
  }
}
