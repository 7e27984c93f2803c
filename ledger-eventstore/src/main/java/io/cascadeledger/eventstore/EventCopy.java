package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;

/** Stores events that have been stored before, exactly as they were, in a database without any. */
public final class EventCopy implements AutoCloseable {

  private static final String INSERT =
      "INSERT INTO events ("
          + StoredEvents.COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final PreparedStatement insert;

  /**
   * Begins, and keeps others from writing until the end of the transaction.
   *
   * @throws IllegalStateException if there are events
   */
  public EventCopy(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(EventInsert.WRITERS_LOCK));
      try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM events)")) {
        row.next();
        if (row.getBoolean(1)) {
          throw new IllegalStateException("there are events in the database");
        }
      }
    }
    insert = connection.prepareStatement(INSERT);
  }

  /** Stores events with their positions and hashes. */
  public void add(List<StoredEvent> events) throws SQLException {
    for (StoredEvent event : events) {
      insert.setLong(1, event.position());
      insert.setString(2, event.tenant());
      insert.setString(3, event.streamType());
      insert.setObject(4, event.streamId());
      insert.setLong(5, event.sequence());
      insert.setObject(6, event.eventId());
      insert.setString(7, event.name());
      insert.setInt(8, event.revision());
      insert.setObject(9, event.effectiveDate());
      insert.setObject(10, event.postedAt().atOffset(ZoneOffset.UTC));
      insert.setBytes(11, event.payload());
      insert.setBytes(12, event.metadata());
      insert.setString(13, event.request() == null ? null : event.request().idempotencyKey());
      insert.setBytes(14, event.request() == null ? null : event.request().fingerprint());
      insert.setBytes(15, event.hash());
      insert.addBatch();
    }
    insert.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
