package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.journal.period.ClosedBooks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * What this node knows of closed periods. It is as of an event: the insert, which holds the
 * writers' lock, says whether a later one has changed the books, and then stores nothing. So what a
 * node knows may be old, and still nothing is stored in a period behind the event that closed it.
 */
final class PeriodGuard {

  /** The events that say which periods are closed, and what becomes of what comes late. */
  private static final String THE_BOOKS =
      " FROM events WHERE stream_type IN ('accounting_periods', 'books_settings')";

  /**
   * The position of the last event that changed the books, in SQL. The sum names the index of just
   * these events: by the primary key, the whole table might be searched for them.
   */
  static final String LAST_CHANGE = "SELECT coalesce(max(position + 0), 0) AS last" + THE_BOOKS;

  /** Kept trial balances are long, and change nothing. */
  private static final String CHANGES =
      "SELECT position, event_name, event_revision,"
          + " CASE WHEN event_name <> 'period_snapshot_taken' THEN payload END"
          + THE_BOOKS
          + " AND position + 0 > ? ORDER BY position + 0";

  private final EventSerializer serializer = new EventSerializer();
  private volatile Known known;

  /**
   * The books as of an event.
   *
   * @param position the position of the last event that changed them; 0 if there is none
   * @param tenants the books of the tenants that have said anything
   */
  record Known(long position, Map<String, ClosedBooks> tenants) {

    private static final Known NOTHING = new Known(0, Map.of());

    ClosedBooks of(String tenant) {
      return tenants.getOrDefault(tenant, ClosedBooks.OPEN);
    }

    /** Whether an append would book something on a closed day. */
    boolean isLate(PendingAppend append) {
      return !tenants.isEmpty()
          && append.closings() != position
          && append.rows().stream().map(EventRow::fact).anyMatch(this::isLate);
    }

    private boolean isLate(Fact fact) {
      return ClosedBooks.isBooked(fact.event())
          && of(fact.event().tenant()).isClosed(fact.bookedOn());
    }
  }

  /** Whether an event changes the books. */
  static boolean isChange(EventRow row) {
    String type = row.stream().type();
    return type.equals("accounting_periods") || type.equals("books_settings");
  }

  /** What is known; read if nothing is. */
  Known known(DataSource dataSource) {
    Known now = known;
    return now == null ? refresh(dataSource) : now;
  }

  /** What is known; read if nothing is. */
  Known known(Connection connection) throws SQLException {
    Known now = known;
    return now == null ? refresh(connection) : now;
  }

  /** Reads what has changed since. */
  Known refresh(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return refresh(connection);
    } catch (SQLException e) {
      throw new EventStoreException("the event store could not be read", e);
    }
  }

  /** Reads what has changed since. */
  synchronized Known refresh(Connection connection) throws SQLException {
    Known before = known == null ? Known.NOTHING : known;
    Map<String, ClosedBooks> tenants = new HashMap<>(before.tenants());
    long position = before.position();
    try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
      statement.setLong(1, position);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          position = result.getLong(1);
          byte[] payload = result.getBytes(4);
          if (payload != null) {
            LedgerEvent event =
                serializer.readEvent(result.getString(2), result.getString(3), payload);
            tenants.merge(
                event.tenant(), ClosedBooks.OPEN.after(event), (books, _) -> books.after(event));
          }
        }
      }
    }
    known = new Known(position, Map.copyOf(tenants));
    return known;
  }

  /** The appends that still book on open days; the others fail, and may be decided on again. */
  static List<PendingAppend> inTime(Known books, List<PendingAppend> appends) {
    if (appends.stream().noneMatch(books::isLate)) {
      return appends;
    }
    appends.stream().filter(books::isLate).forEach(late -> late.fail(Conflicts.closedMeanwhile()));
    return appends.stream().filter(append -> !append.done().isDone()).toList();
  }
}
