package io.cascadeledger.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run of the bench leaves behind, in Markdown. */
public final class Report {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final String NEVER = "–";

  private final String command;
  private final String machine;
  private final List<String> rates = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  /**
   * A report.
   *
   * @param command what was run
   * @param machine what it ran on, in a sentence
   */
  public Report(String command, String machine) {
    this.command = command;
    this.machine = machine;
  }

  /** A measure that has a rate. */
  public void rate(String measure, Readings readings, Verdict... against) {
    Latencies latencies = readings.latencies();
    verdicts.addAll(Arrays.asList(against));
    rates.add(
        row(
            measure,
            "%,d".formatted(readings.perSecond()),
            millis(latencies.quantile(500)),
            millis(latencies.quantile(990)),
            millis(latencies.quantile(999)),
            Long.toString(readings.errors()),
            readings.cpu() == null ? "" : readings.cpu().toString(),
            reached(against),
            outcomes(against)));
  }

  /** A measure that would have a rate. */
  public void noRate(String measure, String reason) {
    rates.add(row(measure, NEVER, "", "", "", "", "", "not measured: " + reason, ""));
  }

  /** A measure of another kind. */
  public void value(String measure, String value, Verdict... against) {
    verdicts.addAll(Arrays.asList(against));
    String all =
        Stream.of(reached(against), value)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    values.add(row(measure, all, outcomes(against)));
  }

  /** Something to say below the tables. */
  public void sentence(String text) {
    sentences.add(text);
  }

  private static String reached(Verdict... verdicts) {
    return Arrays.stream(verdicts).map(Verdict::reached).collect(Collectors.joining("; "));
  }

  private static String outcomes(Verdict... verdicts) {
    return Arrays.stream(verdicts)
        .map(Verdict::outcome)
        .filter(outcome -> !outcome.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Nanoseconds as milliseconds, to two places. */
  public static String millis(long nanoseconds) {
    return Verdict.ratio(nanoseconds, NANOS_PER_MILLI);
  }

  private String goals() {
    List<Verdict> wanted = verdicts.stream().filter(verdict -> !verdict.goal().isEmpty()).toList();
    long good = wanted.stream().filter(Verdict::good).count();
    return "Goals reached: %d of %d that were measured.".formatted(good, wanted.size());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("# Benchmarks");
    lines.add(
        "Measured by `%s` in one run, on one machine that server, database and load share. Only the ratios say something about another machine. [Measure it](guides/measure.md) explains each row."
            .formatted(command));
    lines.add(machine);
    if (!rates.isEmpty()) {
      lines.add(
          row(
                  "measure",
                  "per second",
                  "p50 ms",
                  "p99 ms",
                  "p99.9 ms",
                  "errors",
                  "CPU %: server / PostgreSQL / load / stolen",
                  "against",
                  "goal")
              + "\n|---|---:|---:|---:|---:|---:|---|---|---|\n"
              + String.join("\n", rates));
    }
    if (!values.isEmpty()) {
      lines.add(row("measure", "value", "goal") + "\n|---|---|---|\n" + String.join("\n", values));
    }
    lines.add(goals());
    lines.addAll(sentences);
    return String.join("\n\n", lines) + "\n";
  }
}
