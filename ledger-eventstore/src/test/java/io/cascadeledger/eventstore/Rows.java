package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.event.LoanId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Rows of the event table: made for a writer, and read back as they stand. */
final class Rows {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

  private Rows() {}

  static LoanId newStream(String tenant) {
    return new LoanId(tenant, UUID.randomUUID());
  }

  /** The rows of one command: some events of one stream, from a sequence on. */
  static List<EventRow> of(LoanId stream, long firstSequence, int count, RequestKey key) {
    return IntStream.range(0, count)
        .mapToObj(i -> row(stream, firstSequence + i, i == 0 ? key : null))
        .toList();
  }

  static EventRow row(LoanId stream, long sequence, RequestKey key) {
    Instant postedAt = Microseconds.truncate(Instant.now());
    LoanClosed event = new LoanClosed(stream, "row " + sequence, DAY, postedAt);
    byte[] payload = new EventSerializer().serialize(event, byte[].class).getData();
    return row(stream, sequence, key, postedAt, payload);
  }

  static EventRow row(
      LoanId loan, long sequence, RequestKey key, Instant postedAt, byte[] payload) {
    StreamId stream = StreamId.parse(loan.toString());
    EventRow row =
        new EventRow(
            stream,
            sequence,
            UUID.randomUUID(),
            "loan_closed",
            1,
            DAY,
            postedAt,
            payload,
            METADATA,
            key,
            null,
            new Fact(new LoanClosed(loan, "row " + sequence, DAY, postedAt), null, null, DAY));
    return new EventRow(
        stream,
        sequence,
        row.eventId(),
        row.name(),
        1,
        DAY,
        postedAt,
        payload,
        METADATA,
        key,
        hashOf(row),
        row.fact());
  }

  /** A stored row. */
  record Stored(long position, EventRow row) {}

  /** All rows, by position. */
  static List<Stored> all(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM events ORDER BY position")) {
      List<Stored> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(new Stored(result.getLong("position"), row(result)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EventRow row(ResultSet result) throws SQLException {
    String key = result.getString("idempotency_key");
    return new EventRow(
        new StreamId(
            result.getString("tenant"),
            result.getString("stream_type"),
            result.getObject("stream_id", UUID.class)),
        result.getLong("sequence"),
        result.getObject("event_id", UUID.class),
        result.getString("event_name"),
        result.getInt("event_revision"),
        result.getObject("effective_date", LocalDate.class),
        result.getObject("posted_at", OffsetDateTime.class).toInstant(),
        result.getBytes("payload"),
        result.getBytes("metadata"),
        key == null ? null : new RequestKey(key, result.getBytes("fingerprint")),
        result.getBytes("hash"),
        null);
  }

  /** The hash of a row, computed anew from its other columns. */
  static byte[] hashOf(EventRow row) {
    return EventHash.of(
        row.stream(),
        row.sequence(),
        row.eventId(),
        row.name(),
        row.revision(),
        row.effectiveDate(),
        row.postedAt(),
        row.payload(),
        row.metadata(),
        row.request());
  }

  /** One statement. */
  static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query answers. */
  static long number(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
