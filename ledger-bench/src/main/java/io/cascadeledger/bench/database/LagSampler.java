package io.cascadeledger.bench.database;

import io.cascadeledger.bench.report.Lag;
import io.cascadeledger.bench.report.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Looks again and again, while a load runs, how far the projections are behind. */
public final class LagSampler implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;
  private static final long LAST_PAUSE_MILLIS = 10;
  private static final long NANOS_PER_MICRO = 1_000;

  /** How many events the slowest has not seen, and the age of the first of them. */
  private static final String SQL =
      """
      SELECT head.position - slowest.position,
             (extract(epoch FROM clock_timestamp() - next.posted_at) * 1000000)::bigint
      FROM (SELECT min(position) AS position FROM projection_position) slowest
      CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM events) head
      LEFT JOIN events next ON next.position = slowest.position + 1
      """;

  private final Connection connection;
  private final PreparedStatement look;
  private final Latencies samples = new Latencies();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean ended;

  /** Begins. */
  public LagSampler(Database database) throws SQLException {
    connection = database.connect();
    look = connection.prepareStatement(SQL);
    thread = Thread.ofPlatform().name("lag").daemon().start(this::sample);
  }

  private void sample() {
    try {
      while (!ended) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        behind();
      }
      failure.complete(null);
    } catch (SQLException | InterruptedException e) {
      failure.completeExceptionally(e);
    }
  }

  /** How many events the slowest projection has not seen; its lag becomes a sample. */
  private long behind() throws SQLException {
    try (ResultSet row = look.executeQuery()) {
      row.next();
      long events = row.getLong(1);
      samples.add(events == 0 ? 0 : Math.max(0, row.getLong(2) * NANOS_PER_MICRO));
      return events;
    }
  }

  /**
   * The load has ended: waits until the projections have seen everything.
   *
   * @throws IllegalStateException if they have not after the bound
   */
  public Lag end(Duration bound) throws SQLException, InterruptedException {
    long end = System.nanoTime();
    ended = true;
    thread.join();
    failure.join();
    while (behind() > 0) {
      if (System.nanoTime() - end > bound.toNanos()) {
        throw new IllegalStateException("the projections do not catch up");
      }
      TimeUnit.MILLISECONDS.sleep(LAST_PAUSE_MILLIS);
    }
    return new Lag(samples, Duration.ofNanos(System.nanoTime() - end));
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    thread.interrupt();
    connection.close();
  }
}
