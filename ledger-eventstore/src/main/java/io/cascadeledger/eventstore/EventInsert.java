package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement that writes events. It takes the writers' lock, reads the last position and adds
 * all rows behind it: one round trip, one implicit transaction, one flush to disk. Because the lock
 * is held until the commit, positions are dense and in the order of commits, whichever node writes.
 *
 * <p>There are two forms of it. The plain one is refused as a whole if one row meets a taken place
 * or a used key. The wary one looks first, under the lock, and leaves out the commands that would,
 * and what was decided upon them: dearer for each row, but no other command is sent twice.
 */
final class EventInsert {

  /** The key of the advisory lock that writers of one database share. */
  static final long WRITERS_LOCK = 0x6c6564676572L;

  /** What stands in the way of a row; the wary insert answers with these numbers. */
  private static final int TAKEN_PLACE = 1;

  private static final int USED_KEY = 2;

  private static final String LOCK = "SELECT pg_advisory_xact_lock(%d);%n".formatted(WRITERS_LOCK);

  private static final String ADD =
      """
      INSERT INTO events (position, tenant, stream_type, stream_id, sequence, event_id, event_name,
                          event_revision, effective_date, posted_at, payload, metadata,
                          idempotency_key, fingerprint, hash)
      SELECT (SELECT coalesce(max(position), 0) FROM events) + place,
             tenant, stream_type, stream_id::uuid, sequence, event_id::uuid, event_name,
             event_revision, DATE 'epoch' + effective_day,
             TIMESTAMPTZ 'epoch' + posted_micros * INTERVAL '1 microsecond',
             payload, metadata, idempotency_key, fingerprint, hash
      FROM %s
      WHERE (SELECT last FROM books) <= ?
      RETURNING position
      """;

  /** The last event that says which periods are closed: nothing is stored in ignorance of it. */
  private static final String BOOKS =
      "books AS MATERIALIZED (%s)".formatted(PeriodGuard.LAST_CHANGE);

  private static final String PLAIN =
      LOCK
          + "WITH %s, added AS (%s) SELECT max(position), (SELECT last FROM books) FROM added"
              .formatted(BOOKS, ADD.formatted(EventColumns.ROWS));

  /** A command falls with any of its rows, and with an earlier row of the same stream. */
  private static final String WARY =
      LOCK
          + """
          WITH %s, given AS MATERIALIZED (SELECT * FROM %s),
          looked AS MATERIALIZED (
            SELECT place, command, tenant, stream_type, stream_id,
              CASE WHEN idempotency_key IS NOT NULL AND (
                     SELECT true FROM events e
                     WHERE e.tenant = given.tenant AND e.idempotency_key = given.idempotency_key
                     LIMIT 1) THEN %d
                   WHEN (
                     SELECT true FROM events e
                     WHERE e.tenant = given.tenant AND e.stream_type = given.stream_type
                       AND e.stream_id = given.stream_id::uuid AND e.sequence = given.sequence
                     LIMIT 1) THEN %d
                   ELSE 0 END AS obstacle
            FROM given),
          judged AS (
            SELECT place, obstacle, max(obstacle) OVER (PARTITION BY command) > 0
              OR max(obstacle) OVER (PARTITION BY tenant, stream_type, stream_id ORDER BY place) > 0
              AS falls
            FROM looked WHERE EXISTS (SELECT FROM looked WHERE obstacle > 0)),
          refused AS MATERIALIZED (SELECT place, obstacle FROM judged WHERE falls),
          sound AS (
            SELECT tenant, stream_type, stream_id, sequence, event_id, event_name, event_revision,
                   effective_day, posted_micros, payload, metadata, idempotency_key, fingerprint,
                   hash, place - (SELECT count(*) FROM refused
                                  WHERE refused.place < given.place) AS place
            FROM given WHERE place NOT IN (SELECT refused.place FROM refused)),
          added AS (%s)
          SELECT (SELECT max(position) FROM added), (SELECT last FROM books),
                 array_agg(place::int ORDER BY place), array_agg(obstacle ORDER BY place)
          FROM refused
          """
              .formatted(BOOKS, EventColumns.ROWS, USED_KEY, TAKEN_PLACE, ADD.formatted("sound"));

  /**
   * What an insert has done.
   *
   * @param stored the commands whose events it has stored, in their order
   * @param last the position of the last event; 0 if there is none
   */
  record Outcome(List<PendingAppend> stored, long last) {}

  private final PreparedStatement plain;
  private final PreparedStatement wary;

  EventInsert(Connection connection) throws SQLException {
    this.plain = connection.prepareStatement(PLAIN);
    this.wary = connection.prepareStatement(WARY);
  }

  /**
   * Stores the events of some commands durably, those of all or of none.
   *
   * @param books the position of the last event that is known to have changed the books
   * @return empty if a later one has, and then nothing was stored
   */
  Optional<Outcome> execute(List<PendingAppend> appends, long books) throws SQLException {
    try (ResultSet result = execute(plain, appends, books)) {
      return result.getLong(2) > books
          ? Optional.empty()
          : Optional.of(new Outcome(appends, result.getLong(1)));
    }
  }

  /**
   * Stores the events of the commands that meet neither a taken place nor a used key.
   *
   * @param books the position of the last event that is known to have changed the books
   * @return what was stored, and the other commands have failed; empty if a later event has changed
   *     the books, and then nothing was stored
   */
  Optional<Outcome> executeWarily(List<PendingAppend> appends, long books) throws SQLException {
    try (ResultSet result = execute(wary, appends, books)) {
      long last = result.getLong(1);
      if (result.getLong(2) > books) {
        return Optional.empty();
      }
      if (result.getArray(3) == null) {
        return Optional.of(new Outcome(appends, last));
      }
      Integer[] places = (Integer[]) result.getArray(3).getArray();
      Integer[] obstacles = (Integer[]) result.getArray(4).getArray();
      Map<Integer, Integer> obstacleAt = HashMap.newHashMap(places.length);
      for (int i = 0; i < places.length; i++) {
        obstacleAt.put(places[i], obstacles[i]);
      }
      return Optional.of(new Outcome(failThose(appends, obstacleAt), last));
    }
  }

  private static List<PendingAppend> failThose(
      List<PendingAppend> appends, Map<Integer, Integer> obstacleAt) {
    List<PendingAppend> stored = new ArrayList<>(appends.size());
    int place = 1;
    for (PendingAppend append : appends) {
      if (!obstacleAt.containsKey(place)) {
        stored.add(append);
      } else {
        append.fail(conflict(append, place, obstacleAt));
      }
      place += append.rows().size();
    }
    return stored;
  }

  /** A used key comes first: whoever repeats a request wants its answer, not a conflict. */
  private static RuntimeException conflict(
      PendingAppend append, int firstPlace, Map<Integer, Integer> obstacleAt) {
    RuntimeException conflict = Conflicts.lacksBase(append);
    for (int i = append.rows().size() - 1; i >= 0; i--) {
      EventRow row = append.rows().get(i);
      switch (obstacleAt.get(firstPlace + i)) {
        case USED_KEY -> {
          return Conflicts.usedKey(row);
        }
        case TAKEN_PLACE -> conflict = Conflicts.takenPlace(row);
        default -> {} // it falls with another row
      }
    }
    return conflict;
  }

  private static ResultSet execute(
      PreparedStatement statement, List<PendingAppend> appends, long books) throws SQLException {
    new EventColumns(appends).bind(statement);
    statement.setLong(EventColumns.COUNT + 1, books);
    statement.execute();
    if (!statement.getMoreResults()) {
      throw new SQLException("the insert answered nothing");
    }
    ResultSet result = statement.getResultSet();
    result.next();
    return result;
  }
}
