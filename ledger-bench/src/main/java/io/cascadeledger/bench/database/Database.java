package io.cascadeledger.bench.database;

import io.cascadeledger.api.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A database, asked now and then, each time over a connection of its own.
 *
 * @param address where it is
 */
public record Database(DatabaseAddress address) {

  private static final int ROWS_AT_ONCE = 10_000;

  /** Another database of the same server. */
  public Database sibling(String name) {
    return new Database(
        new DatabaseAddress(
            address.host(),
            address.port(),
            name,
            address.user(),
            address.password(),
            address.parameters()));
  }

  /** Where it is, as the ledger's settings have it. */
  public String url() {
    return "postgresql://%s@%s:%d/%s"
        .formatted(address.user(), address.host(), address.port(), address.database());
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  /** PostgreSQL's first process: the parent of the one that answers. */
  public long postmaster() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }
  }

  /** Runs statements. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row, as a number. */
  public long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** The first column of the first row. */
  public String text(String sql) throws SQLException {
    List<String> first = new ArrayList<>();
    each(sql, first::add);
    return first.getFirst();
  }

  /** The first column of all rows, which are not kept in memory. */
  public void each(String sql, Consumer<String> row) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            row.accept(rows.getString(1));
          }
        }
      }
    }
  }
}
