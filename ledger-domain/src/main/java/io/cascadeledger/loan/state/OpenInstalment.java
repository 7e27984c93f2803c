package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;

/**
 * What is open of an instalment, in minor units, zero or more each.
 *
 * @param instalment the instalment as scheduled
 * @param penaltiesMinor penalties that fall due with it
 * @param feesMinor fees that fall due with it
 * @param interestMinor interest that was booked in its period
 * @param principalMinor its principal
 */
public record OpenInstalment(
    Instalment instalment,
    long penaltiesMinor,
    long feesMinor,
    long interestMinor,
    long principalMinor) {

  /** All that is open of it. */
  public long totalMinor() {
    return penaltiesMinor + feesMinor + interestMinor + principalMinor;
  }
}
