package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The one statement that writes events. It takes the writers' lock, reads the last position and
 * adds all rows behind it: one round trip, one implicit transaction, one flush to disk. Because the
 * lock is held until the commit, positions are dense and in the order of commits, whichever node
 * writes.
 */
final class EventInsert {

  /** The key of the advisory lock that writers of one database share. */
  static final long WRITERS_LOCK = 0x6c6564676572L;

  private static final String SQL =
      """
      SELECT pg_advisory_xact_lock(%d);
      WITH added AS (
        INSERT INTO events (position, tenant, stream_type, stream_id, sequence, event_id, event_name,
                            event_revision, effective_date, posted_at, payload, metadata,
                            idempotency_key, fingerprint, hash)
        SELECT (SELECT coalesce(max(position), 0) FROM events) + place,
               tenant, stream_type, stream_id::uuid, sequence, event_id::uuid, event_name,
               event_revision, DATE 'epoch' + effective_day,
               TIMESTAMPTZ 'epoch' + posted_micros * INTERVAL '1 microsecond',
               payload, metadata, idempotency_key, fingerprint, hash
        FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::smallint[],
                    ?::int[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[])
             WITH ORDINALITY
             AS row (tenant, stream_type, stream_id, sequence, event_id, event_name, event_revision,
                     effective_day, posted_micros, payload, metadata, idempotency_key, fingerprint,
                     hash, place)
        RETURNING position)
      SELECT max(position) FROM added
      """
          .formatted(WRITERS_LOCK);

  private final PGConnection connection;
  private final PreparedStatement statement;

  EventInsert(Connection connection) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.statement = connection.prepareStatement(SQL);
  }

  /**
   * Stores the events of some commands durably.
   *
   * @return the position of the last event
   */
  long execute(List<PendingAppend> appends) throws SQLException {
    Columns columns = new Columns(appends);
    columns.bind();
    statement.execute();
    if (!statement.getMoreResults()) {
      throw new SQLException("the insert answered nothing");
    }
    try (ResultSet result = statement.getResultSet()) {
      result.next();
      return result.getLong(1);
    }
  }

  /** The rows turned into columns, as arrays travel cheaper than rows. */
  private final class Columns {

    private final List<EventRow> rows;

    Columns(List<PendingAppend> appends) {
      rows = appends.stream().flatMap(append -> append.rows().stream()).toList();
    }

    void bind() throws SQLException {
      int size = rows.size();
      String[] tenant = new String[size];
      String[] streamType = new String[size];
      String[] streamId = new String[size];
      long[] sequence = new long[size];
      String[] eventId = new String[size];
      String[] name = new String[size];
      short[] revision = new short[size];
      int[] effectiveDay = new int[size];
      long[] postedMicros = new long[size];
      byte[][] payload = new byte[size][];
      byte[][] metadata = new byte[size][];
      String[] key = new String[size];
      byte[][] fingerprint = new byte[size][];
      byte[][] hash = new byte[size][];
      for (int i = 0; i < size; i++) {
        EventRow row = rows.get(i);
        tenant[i] = row.stream().tenant();
        streamType[i] = row.stream().type();
        streamId[i] = row.stream().id().toString();
        sequence[i] = row.sequence();
        eventId[i] = row.eventId().toString();
        name[i] = row.name();
        revision[i] = (short) row.revision();
        effectiveDay[i] = Math.toIntExact(row.effectiveDate().toEpochDay());
        postedMicros[i] = Microseconds.of(row.postedAt());
        payload[i] = row.payload();
        metadata[i] = row.metadata();
        key[i] = row.request() == null ? null : row.request().idempotencyKey();
        fingerprint[i] = row.request() == null ? null : row.request().fingerprint();
        hash[i] = row.hash();
      }
      array(1, "text", tenant);
      array(2, "text", streamType);
      array(3, "text", streamId);
      array(4, "int8", sequence);
      array(5, "text", eventId);
      array(6, "text", name);
      array(7, "int2", revision);
      array(8, "int4", effectiveDay);
      array(9, "int8", postedMicros);
      array(10, "bytea", payload);
      array(11, "bytea", metadata);
      array(12, "text", key);
      array(13, "bytea", fingerprint);
      array(14, "bytea", hash);
    }

    private void array(int parameter, String type, Object values) throws SQLException {
      statement.setArray(parameter, connection.createArrayOf(type, values));
    }
  }
}
