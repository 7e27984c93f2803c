package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads the event table. */
final class EventReader {

  private static final String COLUMNS =
      "SELECT position, tenant, stream_type, stream_id, sequence, event_id, event_name,"
          + " event_revision, posted_at, payload, metadata, fingerprint FROM events ";
  private static final String STREAM = "WHERE tenant = ? AND stream_type = ? AND stream_id = ?";

  private final DataSource dataSource;
  private final Snapshots snapshots;

  EventReader(DataSource dataSource) {
    this.dataSource = dataSource;
    this.snapshots = new Snapshots(this);
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /** Events behind a position, in order. */
  List<TrackedDomainEventData<?>> after(long position, int limit) {
    return query(
        COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?",
        statement -> {
          statement.setLong(1, position);
          statement.setInt(2, limit);
          List<TrackedDomainEventData<?>> events = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              events.add(
                  new TrackedDomainEventData<>(
                      new GlobalSequenceTrackingToken(result.getLong("position")), event(result)));
            }
          }
          return events;
        });
  }

  /** A row as it stands, with its position. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Positioned(
      long position,
      StreamId stream,
      long sequence,
      String eventId,
      String name,
      String revision,
      byte[] payload,
      byte[] metadata) {}

  /** Events behind a position, in order. */
  List<Positioned> from(long position, int limit) {
    return query(
        COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?",
        statement -> {
          statement.setLong(1, position);
          statement.setInt(2, limit);
          List<Positioned> events = new ArrayList<>(limit);
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              events.add(
                  new Positioned(
                      result.getLong(1),
                      stream(result),
                      result.getLong(5),
                      result.getString(6),
                      result.getString(7),
                      result.getString(8),
                      result.getBytes(10),
                      result.getBytes(11)));
            }
          }
          return events;
        });
  }

  /** Events of a stream from a sequence on, in order. */
  List<DomainEventData<?>> ofStream(StreamId stream, long firstSequence, int limit) {
    return query(
        COLUMNS + STREAM + " AND sequence >= ? ORDER BY sequence LIMIT ?",
        statement -> {
          bind(statement, stream);
          statement.setLong(4, firstSequence);
          statement.setInt(5, limit);
          List<DomainEventData<?>> events = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              events.add(event(result));
            }
          }
          return events;
        });
  }

  /**
   * The first event of an earlier request.
   *
   * @param fingerprint what the request asked
   * @param position where the event stands
   * @param event the event
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Keyed(byte[] fingerprint, long position, DomainEventData<?> event) {}

  /** The event that was stored with a tenant's idempotency key; empty if the key is unused. */
  Optional<Keyed> ofKey(String tenant, String idempotencyKey) {
    return query(
        COLUMNS + "WHERE tenant = ? AND idempotency_key = ?",
        statement -> {
          statement.setString(1, tenant);
          statement.setString(2, idempotencyKey);
          try (ResultSet result = statement.executeQuery()) {
            return result.next()
                ? Optional.of(
                    new Keyed(
                        result.getBytes("fingerprint"), result.getLong("position"), event(result)))
                : Optional.empty();
          }
        });
  }

  /** The sequence of a stream's last event; empty if the stream is. */
  Optional<Long> lastSequence(StreamId stream) {
    return query(
        "SELECT sequence FROM events " + STREAM + " ORDER BY sequence DESC LIMIT 1",
        statement -> {
          bind(statement, stream);
          return number(statement);
        });
  }

  /** The position of the last event; 0 if there is none. */
  long head() {
    return query("SELECT max(position) FROM events", statement -> number(statement).orElse(0L));
  }

  /** The position before the first event recorded at or after a moment. */
  long lastBefore(Instant moment) {
    return query(
        "SELECT coalesce((SELECT min(position) - 1 FROM events WHERE posted_at >= ?),"
            + " (SELECT max(position) FROM events))",
        statement -> {
          statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
          return number(statement).orElse(0L);
        });
  }

  private static Optional<Long> number(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      return result.next()
          ? Optional.ofNullable(result.getObject(1, Long.class))
          : Optional.empty();
    }
  }

  static GenericDomainEventEntry<byte[]> event(ResultSet result) throws SQLException {
    StreamId stream = stream(result);
    return new GenericDomainEventEntry<>(
        stream.type(),
        stream.toString(),
        result.getLong("sequence"),
        result.getString("event_id"),
        result.getObject("posted_at", OffsetDateTime.class).toInstant(),
        result.getString("event_name"),
        result.getString("event_revision"),
        result.getBytes("payload"),
        result.getBytes("metadata"));
  }

  private static StreamId stream(ResultSet result) throws SQLException {
    return new StreamId(
        result.getString("tenant"),
        result.getString("stream_type"),
        result.getObject("stream_id", UUID.class));
  }

  static void bind(PreparedStatement statement, StreamId stream) throws SQLException {
    statement.setString(1, stream.tenant());
    statement.setString(2, stream.type());
    statement.setObject(3, stream.id());
  }

  /** What is done with a prepared statement. */
  @FunctionalInterface
  interface Use<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  <T> T query(String sql, Use<T> use) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return use.with(statement);
    } catch (SQLException e) {
      throw new EventStoreException("the event store could not be read", e);
    }
  }
}
