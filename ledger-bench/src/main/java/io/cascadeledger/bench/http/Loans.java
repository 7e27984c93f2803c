package io.cascadeledger.bench.http;

import java.util.UUID;
import java.util.function.IntUnaryOperator;

/** The loans that the bench posts to, by number. */
public final class Loans {

  /** It has no factor in common with the number of loans, so that each loan has its turn. */
  private static final int STRIDE = 7_919;

  private static final int START_STRIDE = 1_000_003;

  private Loans() {}

  /** The identifier of a loan, and of its borrower. */
  public static UUID id(int number) {
    return new UUID(0, number);
  }

  /**
   * Each payment of a connection to another of the loans, and always the same one for the same n.
   *
   * @param series the keys of the connection
   * @param count loans from 0 to one less
   */
  public static IntUnaryOperator anyOf(Keys.Series series, int count) {
    int start = series.number() * START_STRIDE;
    return n -> Math.floorMod(start + n * STRIDE, count);
  }
}
