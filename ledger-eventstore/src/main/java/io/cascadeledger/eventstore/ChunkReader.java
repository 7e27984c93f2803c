package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.PGStatement;

/** Reads and decodes the events in the order of all, many at a time, past Axon's messages. */
final class ChunkReader {

  /** How large the payloads of one chunk may become, but for the last of them. */
  private static final int PAYLOAD_BYTES = 8 << 20;

  private static final int ROWS_PER_FETCH = 1_000;

  /** From so many rows on, several threads decode them: that is most of the work of a rebuild. */
  private static final int ROWS_TO_SHARE = 500;

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
    List<Row> rows = rows(position, limit);
    return (rows.size() < ROWS_TO_SHARE ? rows.stream() : rows.parallelStream())
        .map(this::decode)
        .toList();
  }

  private List<Row> rows(long position, int limit) {
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

  /** A row as it was read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(
      long position, String name, String revision, byte[] payload, byte[] metadata) {}

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int bytes = 0;
      while (bytes < PAYLOAD_BYTES && result.next()) {
        Row row =
            new Row(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getBytes(4),
                result.getBytes(5));
        bytes += row.payload().length;
        rows.add(row);
      }
    }
    return rows;
  }

  private RecordedEvent decode(Row row) {
    return RecordedEvent.of(
        row.position(),
        serializer.readEvent(row.name(), row.revision(), row.payload()),
        serializer.readMetadata(row.metadata()));
  }
}
