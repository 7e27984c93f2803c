package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The writer's own connection. It carries a name of its own, so that after it broke, its server
 * process can be found and ended before anyone asks what that process has stored.
 */
final class WriterConnection implements AutoCloseable {

  private static final long END_OF_PROCESS_MILLIS = 2_000;

  private final DataSource dataSource;
  private String name;
  private Connection connection;
  private EventInsert insert;

  WriterConnection(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Stores appends; see {@link EventInsert}. Connects first if need be. */
  long insert(List<PendingAppend> appends) throws SQLException {
    connect();
    return insert.execute(appends);
  }

  /** The connection, for look-ups between inserts. */
  Connection connection() throws SQLException {
    connect();
    return connection;
  }

  /**
   * After the connection broke: ends what is left of it on the server, connects anew, and reads
   * which places in streams are taken. What is not there then will never be.
   */
  Map<String, AppendLookup.Occupant> reconnectAndLookUp(List<EventRow> rows) throws SQLException {
    String broken = name;
    close();
    connect();
    if (broken != null) {
      endProcess(broken);
    }
    return AppendLookup.takenSlots(connection, rows);
  }

  private void connect() throws SQLException {
    if (connection != null) {
      return;
    }
    Connection opened = dataSource.getConnection();
    try (Statement statement = opened.createStatement()) {
      String fresh = "ledger-writer-" + UUID.randomUUID();
      statement.execute("SET application_name = '" + fresh + "'");
      requireDurability(statement);
      insert = new EventInsert(opened);
      name = fresh;
      connection = opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  /** A commit that is acknowledged before it is on disk would make every 2xx a lie. */
  private static void requireDurability(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "SELECT current_setting('fsync') = 'on', current_setting('synchronous_commit')")) {
      result.next();
      if (!result.getBoolean(1)) {
        throw new SQLException("the database runs with fsync off: it does not keep what it stores");
      }
      if (!"off".equals(result.getString(2))) {
        return;
      }
    }
    statement.execute("SET synchronous_commit = on");
  }

  private void endProcess(String broken) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_OF_PROCESS_MILLIS);
    try (PreparedStatement end =
        connection.prepareStatement(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?")) {
      end.setString(1, broken);
      while (true) {
        try (ResultSet alive = end.executeQuery()) {
          if (!alive.next()) {
            return;
          }
        }
        if (System.nanoTime() > deadline) {
          throw new SQLException("the broken connection's server process does not end");
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while a server process ended", e);
    }
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    insert = null;
    name = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        // It is broken or about to be dropped; there is nothing left to save.
        return;
      }
    }
  }
}
