package io.cascadeledger.loan.schedule;

import java.math.BigInteger;

/**
 * A number from 0 to 1, as a whole number of parts of which there are 2 to the 127th in 1. For sums
 * of hundreds of products, which with numbers of any size would be most of the time that a long
 * schedule takes.
 *
 * @param high its upper 64 bits, without a sign
 * @param low its lower 64 bits, without a sign
 */
record Portion(long high, long low) {

  static final Portion ONE = new Portion(Long.MIN_VALUE, 0);

  /** How many of the bits are behind the point. */
  private static final int BITS = 127;

  private static final int TOP_BIT = Long.SIZE - 1;

  /** A fraction of whole numbers, rounded down; the dividend is above zero, and not the larger. */
  static Portion of(BigInteger dividend, BigInteger divisor) {
    BigInteger parts = dividend.shiftLeft(BITS).divide(divisor);
    return new Portion(parts.shiftRight(Long.SIZE).longValue(), parts.longValue());
  }

  /** The product with another, rounded down. */
  Portion times(Portion other) {
    // Of the product's 256 bits, in four words, the lowest word matters to nothing.
    long across = low * other.high;
    long back = high * other.low;
    long third = Math.unsignedMultiplyHigh(low, other.low) + across;
    long carried = carry(third, across);
    third += back;
    carried += carry(third, back);

    long acrossHigh = Math.unsignedMultiplyHigh(low, other.high);
    long backHigh = Math.unsignedMultiplyHigh(high, other.low);
    long second = high * other.high + carried;
    long first = Math.unsignedMultiplyHigh(high, other.high) + carry(second, carried);
    second += acrossHigh;
    first += carry(second, acrossHigh);
    second += backHigh;
    first += carry(second, backHigh);

    // It has 254 bits behind the point, of which the first 127 stay.
    return new Portion(first << 1 | second >>> TOP_BIT, second << 1 | third >>> TOP_BIT);
  }

  /** What a sum of two words without a sign has lost: 1 if it is below one of them. */
  private static long carry(long sum, long summand) {
    return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
  }

  /** The same as a number of parts. */
  BigInteger parts() {
    return unsigned(high).shiftLeft(Long.SIZE).add(unsigned(low));
  }

  private static BigInteger unsigned(long word) {
    BigInteger rest = BigInteger.valueOf(word & Long.MAX_VALUE);
    return word < 0 ? rest.setBit(TOP_BIT) : rest;
  }

  /** Adds up portions. */
  static final class Sum {

    private long wholes;
    private long high;
    private long low;

    void add(Portion portion) {
      low += portion.low;
      long carried = carry(low, portion.low);
      // Both summands are 1 at most, of 2 that the word can hold.
      high += portion.high + carried;
      if (high < 0) {
        high -= ONE.high;
        wholes++;
      }
    }

    BigInteger parts() {
      return BigInteger.valueOf(wholes).shiftLeft(BITS).add(new Portion(high, low).parts());
    }
  }
}
