package io.cascadeledger.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Stores events that have been stored before, exactly as they were, in a database without any. */
public final class EventCopy {

  private static final String COPY =
      "COPY events (" + StoredEvents.COLUMNS + ") FROM STDIN (FORMAT binary)";

  /** What binary data for COPY begins with, without options. */
  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int COLUMNS = 15;

  /** PostgreSQL counts days and microseconds from here. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private static final long FIRST_MICROS =
      Microseconds.of(Instant.ofEpochSecond(FIRST_DAY.toEpochDay() * 86_400));

  private EventCopy() {}

  /**
   * Keeps others from writing until the end of the transaction, if there is no event.
   *
   * @throws IllegalStateException if there are events
   */
  public static void requireEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_advisory_xact_lock(%d)".formatted(EventInsert.WRITERS_LOCK));
      try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM events)")) {
        row.next();
        if (row.getBoolean(1)) {
          throw new IllegalStateException("there are events in the database");
        }
      }
    }
  }

  /** Stores events with their positions and hashes. */
  public static void add(Connection connection, List<StoredEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(HEAD);
      for (StoredEvent event : events) {
        write(event, out);
      }
      out.writeShort(-1);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    byte[] all = bytes.toByteArray();
    copy.writeToCopy(all, 0, all.length);
    copy.endCopy();
  }

  private static void write(StoredEvent event, DataOutputStream out) throws IOException {
    out.writeShort(COLUMNS);
    number(event.position(), out);
    text(event.tenant(), out);
    text(event.streamType(), out);
    uuid(event.streamId(), out);
    number(event.sequence(), out);
    uuid(event.eventId(), out);
    text(event.name(), out);
    out.writeInt(Short.BYTES);
    out.writeShort(event.revision());
    out.writeInt(Integer.BYTES);
    out.writeInt((int) (event.effectiveDate().toEpochDay() - FIRST_DAY.toEpochDay()));
    number(Microseconds.of(event.postedAt()) - FIRST_MICROS, out);
    bytes(event.payload(), out);
    bytes(event.metadata(), out);
    if (event.request() == null) {
      out.writeInt(-1);
      out.writeInt(-1);
    } else {
      text(event.request().idempotencyKey(), out);
      bytes(event.request().fingerprint(), out);
    }
    bytes(event.hash(), out);
  }

  private static void number(long number, DataOutputStream out) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(number);
  }

  private static void uuid(UUID id, DataOutputStream out) throws IOException {
    out.writeInt(2 * Long.BYTES);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
