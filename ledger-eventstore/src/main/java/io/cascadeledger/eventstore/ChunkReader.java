package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.PGStatement;

/** Reads and decodes the events in the order of all, many at a time, past Axon's messages. */
final class ChunkReader {

  /** How large the payloads of one chunk may become, but for the last of them. */
  private static final int PAYLOAD_BYTES = 8 << 20;

  private static final int ROWS_PER_FETCH = 1_000;

  private static final String SQL =
      "SELECT position, event_name, event_revision, payload, metadata FROM events"
          + " WHERE position > ? ORDER BY position LIMIT ?";

  private final DataSource dataSource;
  private final EventSerializer serializer = new EventSerializer();

  ChunkReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The events behind a position, in order, as many as fit.
   *
   * @param limit how many at most
   * @throws EventStoreException if the database cannot be read
   */
  List<RecordedEvent> after(long position, int limit) {
    try (Connection connection = dataSource.getConnection()) {
      // The driver fetches in parts only within a transaction.
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(SQL)) {
        // Binary from the first time on: as text, a payload is twice as long.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(ROWS_PER_FETCH);
        statement.setLong(1, position);
        statement.setInt(2, limit);
        return read(statement);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventStoreException("the event store could not be read", e);
    }
  }

  private List<RecordedEvent> read(PreparedStatement statement) throws SQLException {
    List<RecordedEvent> events = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int bytes = 0;
      while (bytes < PAYLOAD_BYTES && result.next()) {
        byte[] payload = result.getBytes(4);
        bytes += payload.length;
        Map<String, String> metadata = serializer.readMetadata(result.getBytes(5));
        events.add(
            RecordedEvent.of(
                result.getLong(1),
                serializer.readEvent(result.getString(2), result.getString(3), payload),
                metadata));
      }
    }
    return events;
  }
}
