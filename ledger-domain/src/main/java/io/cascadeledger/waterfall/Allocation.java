package io.cascadeledger.waterfall;

/**
 * How a payment was split, in minor units of the payment's currency. The five parts sum to the
 * payment.
 *
 * @param penaltiesMinor the part that paid penalties
 * @param feesMinor the part that paid fees
 * @param interestMinor the part that paid interest
 * @param principalMinor the part that paid principal
 * @param suspenseMinor the part that nothing was owed for, kept for the borrower
 */
public record Allocation(
    long penaltiesMinor,
    long feesMinor,
    long interestMinor,
    long principalMinor,
    long suspenseMinor) {

  /** Nothing, split. */
  public static final Allocation NONE = new Allocation(0, 0, 0, 0, 0);

  public Allocation {
    if (penaltiesMinor < 0
        || feesMinor < 0
        || interestMinor < 0
        || principalMinor < 0
        || suspenseMinor < 0) {
      throw new IllegalArgumentException("no part of an allocation is negative");
    }
  }

  /**
   * A split of which nothing paid penalties.
   *
   * @throws IllegalArgumentException if a part is negative
   */
  public Allocation(long feesMinor, long interestMinor, long principalMinor, long suspenseMinor) {
    this(0, feesMinor, interestMinor, principalMinor, suspenseMinor);
  }

  /**
   * What is left of this when a part is taken away; no part of it falls below zero.
   *
   * @param taken the part
   * @return the rest
   */
  public Allocation less(Allocation taken) {
    return new Allocation(
        Math.max(0, penaltiesMinor - taken.penaltiesMinor),
        Math.max(0, feesMinor - taken.feesMinor),
        Math.max(0, interestMinor - taken.interestMinor),
        Math.max(0, principalMinor - taken.principalMinor),
        Math.max(0, suspenseMinor - taken.suspenseMinor));
  }

  /**
   * The sum of two splits, part by part.
   *
   * @throws ArithmeticException if a part does not fit a {@code long}
   */
  public Allocation plus(Allocation other) {
    return new Allocation(
        Math.addExact(penaltiesMinor, other.penaltiesMinor),
        Math.addExact(feesMinor, other.feesMinor),
        Math.addExact(interestMinor, other.interestMinor),
        Math.addExact(principalMinor, other.principalMinor),
        Math.addExact(suspenseMinor, other.suspenseMinor));
  }

  /** The part that paid a component. */
  public long minor(Component component) {
    return switch (component) {
      case PENALTIES -> penaltiesMinor;
      case FEES -> feesMinor;
      case INTEREST -> interestMinor;
      case PRINCIPAL -> principalMinor;
    };
  }

  /** The sum of the parts that paid something. */
  public long appliedMinor() {
    return Math.addExact(
        Math.addExact(penaltiesMinor, feesMinor), Math.addExact(interestMinor, principalMinor));
  }

  /** The sum of the parts. */
  public long totalMinor() {
    return Math.addExact(appliedMinor(), suspenseMinor);
  }
}
