package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventTypes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;

/**
 * The newest snapshot of each long stream. One of another revision than today's is as good as none:
 * the stream is then read from its start.
 */
final class Snapshots {

  private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

  private static final String STORE =
      """
      INSERT INTO snapshots (tenant, stream_type, stream_id, sequence, revision, taken_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant, stream_type, stream_id) DO UPDATE
      SET sequence = excluded.sequence, revision = excluded.revision,
          taken_at = excluded.taken_at, state = excluded.state
      WHERE snapshots.sequence < excluded.sequence OR snapshots.revision <> excluded.revision
      """;

  private static final String READ =
      """
      SELECT sequence, taken_at, state FROM snapshots
      WHERE tenant = ? AND stream_type = ? AND stream_id = ? AND revision = ?
      """;

  private final EventReader database;

  Snapshots(EventReader database) {
    this.database = database;
  }

  void store(StreamId stream, long sequence, Instant takenAt, byte[] state) {
    database.query(
        STORE,
        statement -> {
          EventReader.bind(statement, stream);
          statement.setLong(4, sequence);
          statement.setInt(5, EventTypes.snapshotOf(stream.type()).revision());
          statement.setObject(6, takenAt.atOffset(ZoneOffset.UTC));
          statement.setBytes(7, state);
          return statement.executeUpdate();
        });
  }

  Optional<DomainEventData<byte[]>> read(StreamId stream) {
    EventTypes.EventType type = EventTypes.snapshotOf(stream.type());
    return database.query(
        READ,
        statement -> {
          EventReader.bind(statement, stream);
          statement.setInt(4, type.revision());
          try (ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
              return Optional.empty();
            }
            return Optional.of(snapshot(stream, result));
          }
        });
  }

  /** A snapshot of a stream, from columns of the names that they have in the table. */
  static DomainEventData<byte[]> snapshot(StreamId stream, ResultSet result) throws SQLException {
    EventTypes.EventType type = EventTypes.snapshotOf(stream.type());
    return new GenericDomainEventEntry<>(
        stream.type(),
        stream.toString(),
        result.getLong("sequence"),
        stream + "#snapshot",
        result.getObject("taken_at", OffsetDateTime.class).toInstant(),
        type.name(),
        Integer.toString(type.revision()),
        result.getBytes("state"),
        NO_METADATA);
  }
}
