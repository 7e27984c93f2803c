package io.cascadeledger.bench.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was reached, beside what is wanted. It is rounded away from the goal, so that what missed it
 * never looks as if it had reached it.
 *
 * @param reached what was reached, such as {@code 0.35 x limit A}
 * @param goal what is wanted, such as {@code at least 0.6}; empty if nothing is
 * @param good whether it was reached
 */
public record Verdict(String reached, String goal, boolean good) {

  private static final int PLACES = 2;

  /** Something to compare that has no goal. */
  public static Verdict of(long numerator, long denominator, String unit) {
    return new Verdict(ratio(numerator, denominator) + " " + unit, "", true);
  }

  /**
   * A ratio that must not be lower than the goal.
   *
   * @param goal a decimal number
   * @param unit what the ratio is one of, such as {@code x limit A}
   */
  public static Verdict atLeast(String goal, long numerator, long denominator, String unit) {
    BigDecimal ratio = exact(numerator, denominator);
    return new Verdict(
        text(ratio, RoundingMode.DOWN) + " " + unit,
        "≥ " + goal,
        ratio.compareTo(new BigDecimal(goal)) >= 0);
  }

  /** A ratio that must not be higher than the goal. */
  public static Verdict atMost(String goal, long numerator, long denominator, String unit) {
    BigDecimal ratio = exact(numerator, denominator);
    return new Verdict(
        text(ratio, RoundingMode.UP) + " " + unit,
        "≤ " + goal,
        ratio.compareTo(new BigDecimal(goal)) <= 0);
  }

  /**
   * A count that must not be lower than the goal.
   *
   * @param unit what is counted
   */
  public static Verdict countAtLeast(long goal, long count, String unit) {
    return new Verdict("%,d %s".formatted(count, unit), "≥ %,d".formatted(goal), count >= goal);
  }

  /**
   * A count that must not be higher than the goal.
   *
   * @param unit what is counted
   */
  public static Verdict countAtMost(long goal, long count, String unit) {
    return new Verdict("%,d %s".formatted(count, unit), "≤ %,d".formatted(goal), count <= goal);
  }

  /** One number over another, to two places. */
  public static String ratio(long numerator, long denominator) {
    return text(exact(numerator, denominator), RoundingMode.HALF_EVEN);
  }

  private static BigDecimal exact(long numerator, long denominator) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(Math.max(1, denominator)), 6, RoundingMode.HALF_EVEN);
  }

  private static String text(BigDecimal ratio, RoundingMode rounding) {
    return ratio.setScale(PLACES, rounding).toPlainString();
  }

  /** The goal and whether it was reached; empty if there is none. */
  String outcome() {
    return goal.isEmpty() ? "" : goal + (good ? ": reached" : ": **missed**");
  }
}
