package io.cascadeledger.api.audit;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.eventstore.audit.Findings;
import io.cascadeledger.eventstore.audit.Mismatch;
import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.check.ProjectionCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One read model, made of the events once more on a thread of its own, and compared. */
final class Rebuild implements AutoCloseable {

  private static final int PARTS_AHEAD = 8;
  private static final List<RecordedEvent> END = List.of();

  private final Findings findings;
  private final Connection connection;
  private final ProjectionCheck check;
  private final BlockingQueue<List<RecordedEvent>> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
  private final CompletableFuture<Void> work;
  private long lastEvent;

  /**
   * Begins.
   *
   * @param snapshot what the transaction sees
   */
  Rebuild(
      DataSource dataSource,
      String snapshot,
      Function<JdbcTemplate, Projection> projection,
      Findings findings)
      throws SQLException {
    this.findings = findings;
    this.connection = dataSource.getConnection();
    connection.setNetworkTimeout(Runnable::run, 0); // comparing large tables takes its time
    try (Statement statement = connection.createStatement()) {
      // Room for the temporary tables, which are no one else's business.
      statement.execute("SET temp_buffers = '256MB'; SET work_mem = '128MB'");
      connection.setAutoCommit(false);
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("SET TRANSACTION SNAPSHOT '%s'".formatted(snapshot));
    }
    this.check = new ProjectionCheck(connection, projection);
    this.work =
        CompletableFuture.runAsync(
            this::work, task -> Thread.ofPlatform().name(check.name()).daemon().start(task));
  }

  /** The position up to which the read model has read. */
  long position() {
    return check.position();
  }

  String name() {
    return check.name();
  }

  /** Gives it the next events; waits while it has much to do. */
  void add(List<RecordedEvent> events) {
    try {
      parts.put(events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Says that there are no more, and waits until it is compared. */
  void finish(long last) {
    lastEvent = last;
    add(END);
    work.join();
  }

  private void work() {
    boolean failed = false;
    try {
      for (List<RecordedEvent> part = parts.take(); !part.isEmpty(); part = parts.take()) {
        failed = failed || !project(part);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (check.position() > lastEvent) {
      findings.add(
          Mismatch.PROJECTION_FAILED,
          "%s has read up to position %d, but the last event is %d"
              .formatted(check.name(), check.position(), lastEvent));
    }
    if (!failed) {
      check.compare().forEach(this::report);
    }
  }

  private boolean project(List<RecordedEvent> part) {
    try {
      check.add(part);
      return true;
    } catch (RuntimeException e) {
      findings.add(
          Mismatch.PROJECTION_FAILED,
          "%s, positions %d to %d: %s"
              .formatted(
                  check.name(),
                  part.getFirst().position(),
                  part.getLast().position(),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
      return false;
    }
  }

  private void report(ProjectionCheck.Differences differences) {
    for (ProjectionCheck.Difference row : differences.first()) {
      findings.add(
          Mismatch.PROJECTION_MISMATCH,
          "table %s: is %s, should be %s"
              .formatted(row.table(), orNone(row.is()), orNone(row.shouldBe())));
    }
    long more = differences.count() - differences.first().size();
    if (more > 0) {
      findings.add(
          Mismatch.PROJECTION_MISMATCH,
          "table %s: %,d more rows".formatted(differences.first().getFirst().table(), more));
    }
  }

  private static String orNone(String row) {
    return row == null ? "not there" : row;
  }

  @Override
  public void close() throws SQLException {
    connection.close(); // rolls back, and the temporary tables are gone
  }
}
