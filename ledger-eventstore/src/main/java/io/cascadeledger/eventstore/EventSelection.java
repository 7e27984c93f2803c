package io.cascadeledger.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that reads a page of events.
 *
 * @param sql the statement
 * @param values its parameters in their order
 */
record EventSelection(String sql, List<Object> values) {

  /**
   * Selects events, in their order.
   *
   * @param after behind this position
   * @param last none behind this one
   * @param limit how many at most
   */
  static EventSelection of(EventFilter filter, long after, long last, int limit) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    add(conditions, values, "position > ?", after);
    add(conditions, values, "position <= ?", last);
    add(conditions, values, "tenant = ?", filter.tenant());
    add(conditions, values, "stream_type = ?", filter.streamType());
    add(conditions, values, "stream_id = ?", filter.streamId());
    if (!filter.names().isEmpty()) {
      add(conditions, values, "event_name = ANY (?)", filter.names().toArray(String[]::new));
    }
    if (filter.from() != null) {
      add(conditions, values, "posted_at >= ?", filter.from().atOffset(ZoneOffset.UTC));
    }
    if (filter.to() != null) {
      add(conditions, values, "posted_at < ?", filter.to().atOffset(ZoneOffset.UTC));
    }
    // In a stream the order of sequences is that of positions.
    String order = filter.streamId() == null ? "position" : "sequence";
    return new EventSelection(
        "SELECT %s FROM events WHERE %s ORDER BY %s LIMIT %d"
            .formatted(StoredEvents.COLUMNS, String.join(" AND ", conditions), order, limit),
        values);
  }

  private static void add(
      List<String> conditions, List<Object> values, String condition, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof String[] names) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", names));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
