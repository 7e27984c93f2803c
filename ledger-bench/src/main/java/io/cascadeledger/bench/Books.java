package io.cascadeledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** What the database says after a load. */
final class Books {

  private final DataSource database;

  Books(DataSource database) {
    this.database = database;
  }

  /** How long the projections took to see all events, from now on. */
  Duration catchUp(Duration bound) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    while (number(
            "SELECT (SELECT max(position) FROM events) - min(position) FROM projection_position")
        > 0) {
      if (System.nanoTime() - start > bound.toNanos()) {
        throw new IllegalStateException("the projections do not catch up");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Checks the books.
   *
   * @param expectedKeys how many different requests were acknowledged in all
   * @return what is wrong, or an empty text
   */
  String faults(long expectedKeys) throws SQLException {
    StringBuilder faults = new StringBuilder();
    require(
        faults,
        "debits less credits",
        0,
        "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM account_daily_total");
    require(
        faults,
        "debits less credits of the lines",
        0,
        "SELECT coalesce(sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END), 0)"
            + " FROM journal_line");
    require(
        faults,
        "gaps in the positions",
        0,
        "SELECT coalesce(max(position), 0) - count(*) FROM events");
    require(
        faults,
        "gaps in the streams",
        0,
        "SELECT count(*) FROM (SELECT max(sequence) + 1 - count(*) AS gap FROM events"
            + " GROUP BY tenant, stream_type, stream_id) stream WHERE gap <> 0");
    require(faults, "acknowledged keys", expectedKeys, "SELECT count(idempotency_key) FROM events");
    return faults.toString();
  }

  private void require(StringBuilder faults, String what, long expected, String sql)
      throws SQLException {
    long actual = number(sql);
    if (actual != expected) {
      faults.append("%s: %d instead of %d. ".formatted(what, actual, expected));
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
