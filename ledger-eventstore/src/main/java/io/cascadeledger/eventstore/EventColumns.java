package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of some commands turned into columns, as arrays travel cheaper than rows. */
final class EventColumns {

  /** The columns as rows again, in SQL; {@link #bind} gives its parameters. */
  static final String ROWS =
      """
      unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::smallint[],
             ?::int[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::bytea[], ?::bytea[],
             ?::int[])
        WITH ORDINALITY
        AS row (tenant, stream_type, stream_id, sequence, event_id, event_name, event_revision,
                effective_day, posted_micros, payload, metadata, idempotency_key, fingerprint, hash,
                command, place)
      """;

  /** How many parameters {@link #ROWS} has. */
  static final int COUNT = 15;

  private final String[] tenant;
  private final String[] streamType;
  private final String[] streamId;
  private final long[] sequence;
  private final String[] eventId;
  private final String[] name;
  private final short[] revision;
  private final int[] effectiveDay;
  private final long[] postedMicros;
  private final byte[][] payload;
  private final byte[][] metadata;
  private final String[] key;
  private final byte[][] fingerprint;
  private final byte[][] hash;
  private final int[] command;

  EventColumns(List<PendingAppend> appends) {
    int size = appends.stream().mapToInt(append -> append.rows().size()).sum();
    tenant = new String[size];
    streamType = new String[size];
    streamId = new String[size];
    sequence = new long[size];
    eventId = new String[size];
    name = new String[size];
    revision = new short[size];
    effectiveDay = new int[size];
    postedMicros = new long[size];
    payload = new byte[size][];
    metadata = new byte[size][];
    key = new String[size];
    fingerprint = new byte[size][];
    hash = new byte[size][];
    command = new int[size];
    int place = 0;
    for (int i = 0; i < appends.size(); i++) {
      for (EventRow row : appends.get(i).rows()) {
        command[place] = i;
        set(place++, row);
      }
    }
  }

  private void set(int place, EventRow row) {
    tenant[place] = row.stream().tenant();
    streamType[place] = row.stream().type();
    streamId[place] = row.stream().id().toString();
    sequence[place] = row.sequence();
    eventId[place] = row.eventId().toString();
    name[place] = row.name();
    revision[place] = (short) row.revision();
    effectiveDay[place] = Math.toIntExact(row.effectiveDate().toEpochDay());
    postedMicros[place] = Microseconds.of(row.postedAt());
    payload[place] = row.payload();
    metadata[place] = row.metadata();
    key[place] = row.request() == null ? null : row.request().idempotencyKey();
    fingerprint[place] = row.request() == null ? null : row.request().fingerprint();
    hash[place] = row.hash();
  }

  /** Gives a statement its parameters, all of which are those of {@link #ROWS}. */
  void bind(PreparedStatement statement) throws SQLException {
    Connection connection = statement.getConnection();
    PGConnection arrays = connection.unwrap(PGConnection.class);
    statement.setArray(1, arrays.createArrayOf("text", tenant));
    statement.setArray(2, arrays.createArrayOf("text", streamType));
    statement.setArray(3, arrays.createArrayOf("text", streamId));
    statement.setArray(4, arrays.createArrayOf("int8", sequence));
    statement.setArray(5, arrays.createArrayOf("text", eventId));
    statement.setArray(6, arrays.createArrayOf("text", name));
    statement.setArray(7, arrays.createArrayOf("int2", revision));
    statement.setArray(8, arrays.createArrayOf("int4", effectiveDay));
    statement.setArray(9, arrays.createArrayOf("int8", postedMicros));
    statement.setArray(10, arrays.createArrayOf("bytea", payload));
    statement.setArray(11, arrays.createArrayOf("bytea", metadata));
    statement.setArray(12, arrays.createArrayOf("text", key));
    statement.setArray(13, arrays.createArrayOf("bytea", fingerprint));
    statement.setArray(14, arrays.createArrayOf("bytea", hash));
    statement.setArray(15, arrays.createArrayOf("int4", command));
  }
}
