package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.PGStatement;

/**
 * Reads events as they are stored, page by page. Each page is one statement that looks at a bounded
 * part of the table, by the indexes that posting needs anyway; between pages nothing is held.
 */
public final class StoredEvents {

  /**
   * How far the clocks of nodes may differ, and how long an event may take from being decided to
   * being stored: by no more than this do times of recording run against the order of positions.
   */
  public static final Duration CLOCKS_APART = Duration.ofHours(1);

  /** How large the payloads of one page may become, but for the last of them. */
  private static final int PAGE_BYTES = 4 << 20;

  private static final int PAGE_EVENTS = 2_000;
  private static final int ROWS_PER_FETCH = 500;

  /** How many positions one statement looks at; most of them may be of other tenants. */
  private static final long WINDOW = 50_000;

  static final String COLUMNS =
      "position, tenant, stream_type, stream_id, sequence, event_id, event_name, event_revision,"
          + " effective_date, posted_at, payload, metadata, idempotency_key, fingerprint, hash";

  private final DataSource dataSource;
  private final EventReader reader;

  /** The events of a database. */
  public StoredEvents(DataSource dataSource) {
    this.dataSource = dataSource;
    this.reader = new EventReader(dataSource);
  }

  /**
   * Some events.
   *
   * @param events in order; may be none
   * @param reached every wanted event up to this position has been read
   */
  public record Page(List<StoredEvent> events, long reached) {}

  /**
   * The next events that a reader wants.
   *
   * @param after behind this position
   * @param last none behind this one
   * @throws EventStoreException if the database cannot be read
   */
  public Page after(EventFilter filter, long after, long last) {
    // A stream has an index of its own.
    long end = filter.streamId() == null ? Math.min(last, after + WINDOW) : last;
    EventSelection selection = EventSelection.of(filter, after, end, PAGE_EVENTS);
    List<StoredEvent> events = read(selection);
    boolean whole = events.size() < PAGE_EVENTS && bytes(events) < PAGE_BYTES;
    return new Page(events, whole ? end : events.getLast().position());
  }

  private List<StoredEvent> read(EventSelection selection) {
    try (Connection connection = dataSource.getConnection()) {
      // The driver fetches in parts only within a transaction.
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(selection.sql())) {
        // Binary from the first time on: as text, a payload is twice as long.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(ROWS_PER_FETCH);
        selection.bind(statement);
        return read(statement);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventStoreException("the event store could not be read", e);
    }
  }

  private static List<StoredEvent> read(PreparedStatement statement) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int bytes = 0;
      while (bytes < PAGE_BYTES && result.next()) {
        StoredEvent event = event(result);
        bytes += event.payload().length;
        events.add(event);
      }
    }
    return events;
  }

  private static int bytes(List<StoredEvent> events) {
    return events.stream().mapToInt(event -> event.payload().length).sum();
  }

  /** The event of a row that has {@link #COLUMNS}. */
  static StoredEvent event(ResultSet row) throws SQLException {
    String key = row.getString(13);
    return new StoredEvent(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getLong(5),
        row.getObject(6, UUID.class),
        row.getString(7),
        row.getInt(8),
        row.getObject(9, LocalDate.class),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        row.getBytes(11),
        row.getBytes(12),
        key == null ? null : new RequestKey(key, row.getBytes(14)),
        row.getBytes(15));
  }

  /** The position of the last event; 0 if there is none. */
  public long head() {
    return reader.head();
  }

  /** Whether a tenant has a stream: one that has an event. */
  public boolean hasStream(String tenant, String type, UUID id) {
    return reader.lastSequence(new StreamId(tenant, type, id)).isPresent();
  }

  /**
   * A position behind which are all events that were recorded at a moment or later. Times of
   * recording follow the order of positions but for {@link #CLOCKS_APART}, so it is found by
   * looking at a few events.
   */
  public long startOf(Instant moment) {
    return lastBefore(moment.minus(CLOCKS_APART));
  }

  /** A position up to which are all events that were recorded before a moment. */
  public long endOf(Instant moment) {
    return lastBefore(moment.plus(CLOCKS_APART));
  }

  /** The event in front of one that was not recorded before the moment, or the last of all. */
  private long lastBefore(Instant moment) {
    long low = 0;
    long high = head() + 1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (postedAt(middle).isBefore(moment)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Instant postedAt(long position) {
    return reader.query(
        "SELECT posted_at FROM events WHERE position >= ? ORDER BY position LIMIT 1",
        statement -> {
          statement.setLong(1, position);
          try (ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
              throw new SQLException("there is no event from position " + position + " on");
            }
            return result.getObject(1, OffsetDateTime.class).toInstant();
          }
        });
  }
}
