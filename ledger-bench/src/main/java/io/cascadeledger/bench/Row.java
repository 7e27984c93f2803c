package io.cascadeledger.bench;

import io.cascadeledger.bench.report.Reading;
import io.cascadeledger.bench.report.Readings;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A row of the table: something that is measured in several rounds, taking turns with others. */
final class Row {

  private final String name;
  private final Set<Part> parts;
  private final Turn turn;
  private final Readings readings = new Readings();
  private String obstacle = "";

  /** Measures once. */
  @FunctionalInterface
  interface Turn {
    Reading take(Duration duration) throws IOException, InterruptedException, SQLException;
  }

  /**
   * A row.
   *
   * @param name what the table calls it
   * @param parts the parts of a run that need it
   * @param turn measures once
   */
  Row(String name, Set<Part> parts, Turn turn) {
    this.name = name;
    this.parts = Set.copyOf(parts);
    this.turn = turn;
  }

  boolean isFor(Part part) {
    return parts.contains(part);
  }

  /** It cannot be measured here. */
  void impossible(String why) {
    obstacle = why;
  }

  /** Takes a turn that does not count. */
  void warmUp(Duration duration) throws IOException, InterruptedException, SQLException {
    turn.take(duration);
  }

  /** Measures each of some rows once, then each again, so that all share the machine's moods. */
  static void takeTurns(List<Row> rows, Scale scale, Progress progress)
      throws IOException, InterruptedException, SQLException {
    for (int round = 1; round <= scale.rounds(); round++) {
      for (Row row : rows) {
        if (row.obstacle.isEmpty()) {
          Reading reading = row.turn.take(scale.round());
          row.readings.add(reading);
          progress.say(
              "round %d of %d: %s: %,d/s"
                  .formatted(round, scale.rounds(), row.name, reading.perSecond()));
        }
      }
    }
  }

  /** The median of the rates. */
  long rate() {
    return readings.perSecond();
  }

  Readings readings() {
    return readings;
  }

  long quantile(int perMille) {
    return readings.latencies().quantile(perMille);
  }

  /** Puts it into the table; what it is compared with must have been measured. */
  void report(Report report, Verdict... verdicts) {
    if (!obstacle.isEmpty()) {
      report.noRate(name, obstacle);
    } else if (!readings.isEmpty()) {
      report.rate(name, readings, verdicts);
    }
  }
}
