package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The writer's own connection. It carries a name of its own, so that after it broke, its server
 * process can be found and ended before anyone asks what that process has stored.
 */
final class WriterConnection {

  private static final Duration END_OF_PROCESS = Duration.ofSeconds(2);

  /**
   * Look-ups go by the indexes, also where the table was empty when they were planned. The plans
   * are kept, and the table may have grown by a hundred thousand rows before it is analyzed.
   */
  private static final String LOOK_UPS =
      "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
          + " SET plan_cache_mode = force_generic_plan";

  private final DataSource dataSource;
  private final Duration answer;
  private final Set<String> abandoned = new HashSet<>();
  private String name;
  private Connection connection;
  private EventInsert insert;

  WriterConnection(DataSource dataSource, Duration answer) {
    this.dataSource = dataSource;
    this.answer = answer;
  }

  /**
   * Connects, if need be. Once connected, no abandoned connection has a process left on the server:
   * what none of them has stored by then will never be stored.
   *
   * @throws SQLException if there is no connection that can be trusted with events
   */
  void connect() throws SQLException {
    if (connection != null) {
      return;
    }
    Connection opened = dataSource.getConnection();
    try (Statement statement = opened.createStatement()) {
      String fresh = "ledger-writer-" + UUID.randomUUID();
      opened.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
      opened.setAutoCommit(true);
      opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      statement.execute("SET application_name = '" + fresh + "'");
      statement.execute(LOOK_UPS);
      requireDurability(statement);
      endAbandoned(opened);
      insert = new EventInsert(opened);
      name = fresh;
      connection = opened;
    } catch (SQLException e) {
      closeQuietly(opened);
      throw e;
    }
  }

  /** What stores appends over the open connection. */
  EventInsert insert() {
    return insert;
  }

  /** The open connection, for look-ups between inserts. */
  Connection connection() {
    return connection;
  }

  /**
   * Gives the connection up. Its process on the server may still be at work, and is ended by the
   * next {@link #connect}.
   */
  void abandon() {
    if (connection != null) {
      abandoned.add(name);
      closeQuietly(connection);
      connection = null;
    }
  }

  /**
   * A commit that is acknowledged before it is on disk would make every 2xx a lie; a standby
   * commits nothing.
   */
  private static void requireDurability(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "SELECT current_setting('fsync') = 'on', current_setting('synchronous_commit'),"
                + " pg_is_in_recovery()")) {
      result.next();
      if (result.getBoolean(3)) {
        throw new SQLException("the database is a standby: it takes nothing");
      }
      if (!result.getBoolean(1)) {
        throw new SQLException("the database runs with fsync off: it does not keep what it stores");
      }
      if (!"off".equals(result.getString(2))) {
        return;
      }
    }
    statement.execute("SET synchronous_commit = on");
  }

  private void endAbandoned(Connection opened) throws SQLException {
    if (abandoned.isEmpty()) {
      return;
    }
    long deadline = System.nanoTime() + END_OF_PROCESS.toNanos();
    try (PreparedStatement end =
        opened.prepareStatement(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = ANY (?)")) {
      end.setArray(1, opened.createArrayOf("text", abandoned.toArray()));
      while (isAny(end)) {
        if (System.nanoTime() > deadline) {
          throw new SQLException("the broken connection's server process does not end");
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while a server process ended", e);
    }
    abandoned.clear();
  }

  private static boolean isAny(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      return result.next();
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is broken or about to be dropped; there is nothing left to save.
      return;
    }
  }
}
