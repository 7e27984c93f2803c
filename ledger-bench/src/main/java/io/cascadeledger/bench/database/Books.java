package io.cascadeledger.bench.database;

import io.cascadeledger.bench.http.Keys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether what the database holds is what was acknowledged, and is sound. */
public final class Books {

  private final Database database;

  /** The books in a database. */
  public Books(Database database) {
    this.database = database;
  }

  /**
   * Checks the books, once the projections are even with the events.
   *
   * @param keys what was acknowledged
   * @return what is wrong; empty if nothing is
   */
  public List<String> faults(Keys keys) throws SQLException {
    List<String> faults = new ArrayList<>();
    requireZero(
        faults,
        "debits less credits of the accounts",
        "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM account_daily_total");
    requireZero(
        faults,
        "debits less credits of the lines",
        "SELECT coalesce(sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END), 0)"
            + " FROM journal_line");
    requireZero(
        faults,
        "gaps in the positions",
        "SELECT coalesce(max(position), 0) - count(*) FROM events");
    requireZero(
        faults,
        "streams with gaps",
        "SELECT count(*) FROM (SELECT max(sequence) + 1 - count(*) AS gap FROM events"
            + " GROUP BY tenant, stream_type, stream_id) stream WHERE gap <> 0");
    Keys.Comparison comparison = keys.new Comparison();
    database.each(
        "SELECT idempotency_key FROM events WHERE idempotency_key IS NOT NULL", comparison::stored);
    faults.addAll(comparison.faults());
    return faults;
  }

  private void requireZero(List<String> faults, String what, String sql) throws SQLException {
    long actual = database.number(sql);
    if (actual != 0) {
      faults.add("%s: %d".formatted(what, actual));
    }
  }
}
