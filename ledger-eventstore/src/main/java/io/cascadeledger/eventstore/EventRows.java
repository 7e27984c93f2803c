package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/** All rows of the event table in their order, read by one statement as they are asked for. */
public final class EventRows implements AutoCloseable {

  private static final int ROWS_PER_FETCH = 2_000;

  private final PreparedStatement statement;
  private final ResultSet result;
  private StoredEvent next;

  /**
   * Begins to read.
   *
   * @param connection in a transaction, without which the driver would fetch all rows at once
   */
  public EventRows(Connection connection) throws SQLException {
    statement =
        connection.prepareStatement(
            "SELECT " + StoredEvents.COLUMNS + " FROM events ORDER BY position");
    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    statement.setFetchSize(ROWS_PER_FETCH);
    result = statement.executeQuery();
    advance();
  }

  private void advance() throws SQLException {
    next = result.next() ? StoredEvents.event(result) : null;
  }

  /** The next event, which stays the next; null after the last. */
  public StoredEvent peek() {
    return next;
  }

  /** The next event. */
  public StoredEvent take() throws SQLException {
    StoredEvent taken = next;
    advance();
    return taken;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
