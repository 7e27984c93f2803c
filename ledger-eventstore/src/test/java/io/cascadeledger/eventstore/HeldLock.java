package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The writers' lock in the hands of a test: until it is closed, every insert waits. */
final class HeldLock implements AutoCloseable {

  private final Connection connection;

  HeldLock(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + EventInsert.WRITERS_LOCK + ")");
    }
  }

  /**
   * Returns when a writer of this database waits for the lock.
   *
   * @return its process
   */
  long awaitWaitingWriter() throws SQLException, InterruptedException {
    return awaitWaitingWriterOtherThan(0);
  }

  /** Returns when a writer other than a certain process waits for the lock. */
  long awaitWaitingWriterOtherThan(long process) throws SQLException, InterruptedException {
    long waiting = 0;
    while (waiting == 0) {
      Thread.sleep(5);
      waiting = number("max(pid)", "AND wait_event_type = 'Lock' AND pid <> " + process);
    }
    return waiting;
  }

  /** Ends the server processes of this database's writers. */
  void terminateWriters() throws SQLException {
    if (number("count(*)", "AND pg_terminate_backend(pid)") == 0) {
      throw new IllegalStateException("there is no writer");
    }
  }

  /** How many writers of this database are connected. */
  long writers() throws SQLException {
    return number("count(*)", "");
  }

  private long number(String expression, String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT "
                    + expression
                    + " FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'ledger-writer-%' "
                    + condition)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Lets the inserts go on. */
  void release() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
