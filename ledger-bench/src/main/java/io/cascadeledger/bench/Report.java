package io.cascadeledger.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The table that a run of the bench leaves behind, in Markdown. */
final class Report {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<String> lines = new ArrayList<>();

  Report(String machine) {
    lines.add("# Benchmarks");
    lines.add("");
    lines.add(
        "Measured by `./ledger bench` in one run, on one machine that server, database and load"
            + " share. Only the ratios say something about another machine.");
    lines.add("");
    lines.add(machine);
    lines.add("");
    lines.add("| measure | per second | p50 ms | p99 ms | p99.9 ms | errors | ratio |");
    lines.add("|---|---:|---:|---:|---:|---:|---|");
  }

  void row(String measure, long perSecond, Latencies latencies, long errors, String ratio) {
    lines.add(
        "| %s | %,d | %s | %s | %s | %d | %s |"
            .formatted(
                measure,
                perSecond,
                millis(latencies.quantile(500)),
                millis(latencies.quantile(990)),
                millis(latencies.quantile(999)),
                errors,
                ratio));
  }

  void sentence(String text) {
    lines.add("");
    lines.add(text);
  }

  private static String millis(long nanoseconds) {
    return ratio(nanoseconds, NANOS_PER_MILLI);
  }

  /** One number over another, to two places. */
  static String ratio(long numerator, long denominator) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(Math.max(1, denominator)), 2, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
