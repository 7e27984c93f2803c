package io.cascadeledger.eventstore.audit;

import io.cascadeledger.eventstore.EventRows;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.seal.Checkpoint;
import io.cascadeledger.eventstore.seal.SealTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The log of a database, as one transaction sees it. */
public final class DatabaseLog implements LogSource, AutoCloseable {

  private static final int EVENTS = 2_000;
  private static final int CHECKPOINTS = 1_000;

  private final EventRows rows;
  private final SealTables tables;
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private long checkpointsRead;
  private boolean ended;

  /**
   * Reads a log.
   *
   * @param connection in a transaction in which nothing changes
   */
  public DatabaseLog(Connection connection) throws SQLException {
    this.rows = new EventRows(connection);
    this.tables = new SealTables(connection);
  }

  @Override
  public Part next() throws SQLException {
    if (ended) {
      return null;
    }
    fetchCheckpoints();
    long bound = checkpoints.isEmpty() ? Long.MAX_VALUE : checkpoints.getFirst().treeSize();
    List<StoredEvent> events = new ArrayList<>(EVENTS);
    while (events.size() < EVENTS && rows.peek() != null && rows.peek().position() <= bound) {
      events.add(rows.take());
    }
    boolean over = rows.peek() == null;
    if (over || rows.peek().position() > bound) {
      List<Checkpoint> due = checkpoints.isEmpty() ? List.of() : List.of(checkpoints.removeFirst());
      ended = over && due.isEmpty();
      return new Part(events, due);
    }
    return new Part(events, List.of());
  }

  private void fetchCheckpoints() throws SQLException {
    if (checkpoints.isEmpty()) {
      checkpoints.addAll(tables.after(checkpointsRead, CHECKPOINTS));
      if (!checkpoints.isEmpty()) {
        checkpointsRead = checkpoints.getLast().treeSize();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
