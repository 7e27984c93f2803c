package io.cascadeledger.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks which of some rows' unique places are taken, and by what. */
final class AppendLookup {

  private static final String STREAM_SLOTS =
      """
      SELECT e.tenant, e.stream_type, e.stream_id, e.sequence, e.event_id, e.position
      FROM events e
      JOIN unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
           AS wanted (tenant, stream_type, stream_id, sequence)
        ON e.tenant = wanted.tenant AND e.stream_type = wanted.stream_type
       AND e.stream_id = wanted.stream_id::uuid AND e.sequence = wanted.sequence
      """;

  private static final String KEY_SLOTS =
      """
      SELECT e.tenant, e.idempotency_key
      FROM events e
      JOIN unnest(?::text[], ?::text[]) AS wanted (tenant, idempotency_key)
        ON e.tenant = wanted.tenant AND e.idempotency_key = wanted.idempotency_key
      """;

  private AppendLookup() {}

  /**
   * The event that stands in a row's place in its stream.
   *
   * @param eventId its identity
   * @param position its position
   */
  record Occupant(UUID eventId, long position) {}

  /** The taken places in streams, by {@link EventRow#slot()}. */
  static Map<EventRow.Slot, Occupant> takenSlots(Connection connection, List<EventRow> rows)
      throws SQLException {
    Map<EventRow.Slot, Occupant> taken = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(STREAM_SLOTS)) {
      query.setArray(1, text(connection, rows.stream().map(row -> row.stream().tenant())));
      query.setArray(2, text(connection, rows.stream().map(row -> row.stream().type())));
      query.setArray(3, text(connection, rows.stream().map(row -> row.stream().id().toString())));
      query.setArray(
          4, connection.createArrayOf("int8", rows.stream().map(EventRow::sequence).toArray()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          StreamId stream =
              new StreamId(
                  result.getString(1), result.getString(2), result.getObject(3, UUID.class));
          taken.put(
              new EventRow.Slot(stream, result.getLong(4)),
              new Occupant(result.getObject(5, UUID.class), result.getLong(6)));
        }
      }
    }
    return taken;
  }

  /** The used idempotency keys, by {@link EventRow#key()}. */
  static Set<EventRow.Key> takenKeys(Connection connection, List<EventRow> rows)
      throws SQLException {
    List<EventRow> keyed = rows.stream().filter(row -> row.request() != null).toList();
    Set<EventRow.Key> taken = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(KEY_SLOTS)) {
      query.setArray(1, text(connection, keyed.stream().map(row -> row.stream().tenant())));
      query.setArray(
          2, text(connection, keyed.stream().map(row -> row.request().idempotencyKey())));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          taken.add(new EventRow.Key(result.getString(1), result.getString(2)));
        }
      }
    }
    return taken;
  }

  private static Array text(Connection connection, Stream<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
