package io.cascadeledger.bench;

import io.cascadeledger.api.database.EmbeddedDatabase;
import io.cascadeledger.bench.database.Database;
import io.cascadeledger.bench.database.ProjectionTables;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Rebuilds each projection from the events, alone, and compares it with what the live run built.
 */
final class Replay {

  /** Events in a second. */
  private static final Map<String, Long> GOALS = Map.of("balances", 60_000L, "journal", 25_000L);

  private static final long LOOK_MILLIS = 10;
  private static final Duration BOUND = Duration.ofMinutes(10);

  private final Ledger ledger;
  private final Map<String, Rebuild> rebuilds = new TreeMap<>();
  private final Map<String, Boolean> equal = new TreeMap<>();
  private long events;

  /**
   * One rebuild.
   *
   * @param rate events in a second over the second half
   * @param whole from the first progress that could be seen to the last event
   */
  private record Rebuild(long rate, Duration whole) {}

  Replay(Ledger ledger) {
    this.ledger = ledger;
  }

  void measure(long wanted, boolean batches, Progress progress)
      throws IOException, InterruptedException, SQLException {
    events = Filling.upTo(ledger, wanted, batches, progress);
    Map<String, ProjectionTables> live = ProjectionTables.of(ledger.database());
    Map<String, Map<String, String>> before = new TreeMap<>();
    for (Map.Entry<String, ProjectionTables> projection : live.entrySet()) {
      before.put(projection.getKey(), projection.getValue().contents());
    }
    for (String name : live.keySet()) {
      ledger.stop();
      reset(name);
      ledger.start();
      ledger.awaitLive();
      rebuilds.put(name, watch(name));
      progress.say("Rebuilt %s: %,d events/s".formatted(name, rebuilds.get(name).rate()));
    }
    for (Map.Entry<String, ProjectionTables> projection :
        ProjectionTables.of(ledger.database()).entrySet()) {
      String name = projection.getKey();
      equal.put(name, projection.getValue().contents().equals(before.get(name)));
    }
  }

  private void reset(String name) throws SQLException {
    try (EmbeddedDatabase stopped = EmbeddedDatabase.start(ledger.folder())) {
      ProjectionTables.of(new Database(stopped.address())).get(name).reset();
    }
  }

  /** The first half warms the server up, which has just been started. */
  private Rebuild watch(String name) throws SQLException, InterruptedException {
    try (Connection connection = ledger.database().connect();
        PreparedStatement look =
            connection.prepareStatement(
                "SELECT position FROM projection_position WHERE projection = ?")) {
      look.setString(1, name);
      awaitPosition(look, 1);
      long start = System.nanoTime();
      long first = awaitPosition(look, events / 2);
      long half = System.nanoTime();
      awaitPosition(look, events);
      long end = System.nanoTime();
      return new Rebuild(
          (events - first) * 1_000_000_000L / Math.max(1, end - half),
          Duration.ofNanos(end - start));
    }
  }

  /** The position once it is at least the one that is wanted. */
  private static long awaitPosition(PreparedStatement look, long wanted)
      throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    long position = position(look);
    while (position < wanted) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      requireWithin(begin);
      position = position(look);
    }
    return position;
  }

  private static long position(PreparedStatement look) throws SQLException {
    try (ResultSet row = look.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void requireWithin(long begin) {
    if (System.nanoTime() - begin > BOUND.toNanos()) {
      throw new IllegalStateException("the projection does not get to the last event");
    }
  }

  boolean isSound() {
    return !equal.containsValue(false);
  }

  void report(Report report) {
    rebuilds.forEach(
        (name, rebuild) -> {
          String measure =
              "rebuild of %s from %,d events, alone, second half".formatted(name, events);
          String rest =
              "all in %,d ms; %s"
                  .formatted(
                      rebuild.whole().toMillis(),
                      equal.get(name) ? "equal to the live run" : "NOT EQUAL TO THE LIVE RUN");
          Long goal = GOALS.get(name);
          if (goal == null) {
            report.value(measure, "%,d events/s; %s".formatted(rebuild.rate(), rest));
          } else {
            report.value(measure, rest, Verdict.countAtLeast(goal, rebuild.rate(), "events/s"));
          }
        });
  }
}
