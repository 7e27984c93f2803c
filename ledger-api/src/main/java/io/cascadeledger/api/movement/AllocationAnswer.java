package io.cascadeledger.api.movement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.waterfall.Allocation;

/** How a movement is split, as it is answered. */
@Describe("How an amount is split. The parts sum to the amount.")
public record AllocationAnswer(
    @Describe(value = "The part for penalties; left out if there is none.", optional = true)
        Long penaltiesMinor,
    @Describe("The part for fees.") long feesMinor,
    @Describe("The part for interest.") long interestMinor,
    @Describe("The part for principal.") long principalMinor,
    @Describe("The part that nothing was owed for, kept for the borrower.") long suspenseMinor) {

  /**
   * The answer of an allocation.
   *
   * @return null if there is none
   */
  public static AllocationAnswer of(Allocation allocation) {
    return allocation == null
        ? null
        : new AllocationAnswer(
            allocation.penaltiesMinor() == 0 ? null : allocation.penaltiesMinor(),
            allocation.feesMinor(),
            allocation.interestMinor(),
            allocation.principalMinor(),
            allocation.suspenseMinor());
  }

  /** An example for the description. */
  public static AllocationAnswer example() {
    return new AllocationAnswer(null, 500, 10_000, 78_349, 0);
  }
}
