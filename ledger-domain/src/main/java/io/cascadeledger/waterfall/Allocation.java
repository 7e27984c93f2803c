package io.cascadeledger.waterfall;

/**
 * How a payment was split, in minor units of the payment's currency. The four parts sum to the
 * payment.
 *
 * @param feesMinor the part that paid fees
 * @param interestMinor the part that paid interest
 * @param principalMinor the part that paid principal
 * @param suspenseMinor the part that nothing was owed for, kept for the borrower
 */
public record Allocation(
    long feesMinor, long interestMinor, long principalMinor, long suspenseMinor) {

  public Allocation {
    if (feesMinor < 0 || interestMinor < 0 || principalMinor < 0 || suspenseMinor < 0) {
      throw new IllegalArgumentException("no part of an allocation is negative");
    }
  }

  /** The sum of the parts. */
  public long totalMinor() {
    return Math.addExact(
        Math.addExact(feesMinor, interestMinor), Math.addExact(principalMinor, suspenseMinor));
  }
}
