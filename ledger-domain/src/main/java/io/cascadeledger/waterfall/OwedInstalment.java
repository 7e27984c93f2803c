package io.cascadeledger.waterfall;

/**
 * What is open of one instalment, in minor units, zero or more each.
 *
 * @param bucket where it lies on the day of the payment
 * @param penaltiesMinor penalties that fall due with it
 * @param feesMinor fees that fall due with it
 * @param interestMinor its interest
 * @param principalMinor its principal
 */
public record OwedInstalment(
    DueBucket bucket,
    long penaltiesMinor,
    long feesMinor,
    long interestMinor,
    long principalMinor) {

  /** What is open of a component. */
  public long minor(Component component) {
    return switch (component) {
      case PENALTIES -> penaltiesMinor;
      case FEES -> feesMinor;
      case INTEREST -> interestMinor;
      case PRINCIPAL -> principalMinor;
    };
  }
}
