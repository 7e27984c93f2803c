package io.cascadeledger.api.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The events and the projections as they are in the database, looked at without the ledger. */
final class Books {

  /** Each line of each entry that an event carries. */
  private static final String LINES =
      """
      WITH event_lines AS (
        SELECT position, tenant, stream_id, effective_date,
               (payload -> 'entry' ->> 'id')::uuid AS entry_id,
               line ->> 'account' AS account_code,
               CASE line ->> 'side' WHEN 'debit' THEN 'D' ELSE 'C' END AS side,
               (line -> 'amount' ->> 'minor_units')::numeric AS amount_minor,
               line -> 'amount' ->> 'currency' AS currency
        FROM readable_events, json_array_elements(payload -> 'entry' -> 'lines') line)
      """;

  /** All that is derived from the events. */
  private static final List<String> PROJECTED =
      List.of(
          "journal_loan",
          "journal_entry",
          "journal_batch",
          "journal_line",
          "account_daily_total",
          "loan_daily_total",
          "loan_balance_head",
          "loan",
          "movement",
          "reversal",
          "restatement");

  private final JdbcTemplate jdbc;

  Books(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * A stored request.
   *
   * @param count how many events carry its key
   * @param payload the event's
   */
  record Stored(int count, JsonNode payload) {}

  /** What is stored, by key. */
  Map<String, Stored> stored() {
    Map<String, Stored> stored = new HashMap<>();
    jdbc.query(
        "SELECT idempotency_key, payload::text FROM readable_events"
            + " WHERE idempotency_key IS NOT NULL",
        row -> {
          Stored found = new Stored(1, Api.JSON.readTree(row.getString(2)));
          stored.merge(
              row.getString(1),
              found,
              (one, other) -> new Stored(one.count() + other.count(), one.payload()));
        });
    return stored;
  }

  long events() {
    return count("SELECT count(*) FROM events");
  }

  /** Positions that are not 1, 2, 3 ... */
  long gapsInPositions() {
    return count(
        "SELECT coalesce(max(position), 0) - count(*) + count(*) FILTER (WHERE position < 1)"
            + " FROM events");
  }

  /** Streams whose sequences are not 0, 1, 2 ... in the order of their positions. */
  long brokenStreams() {
    return count(
        """
        SELECT count(*) FROM (
          SELECT sequence,
                 row_number() OVER (
                   PARTITION BY tenant, stream_type, stream_id ORDER BY position) - 1 AS expected
          FROM events) numbered
        WHERE sequence <> expected""");
  }

  long unbalancedEntries() {
    return count(
        LINES
            + """
            SELECT count(*) FROM (
              SELECT entry_id FROM event_lines GROUP BY entry_id, currency
              HAVING sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END) <> 0
                  OR count(*) < 2) unbalanced""");
  }

  /** Lines of the journal that are not in the events, and the other way round. */
  List<Map<String, Object>> journalDifferences() {
    return difference(
        "SELECT entry_id, account_code, side, amount_minor::numeric, currency::text FROM %s",
        "event_lines", "journal_entry JOIN journal_line USING (position)");
  }

  /** Totals of accounts that are not what the events' lines sum to, and the other way round. */
  List<Map<String, Object>> accountDifferences() {
    return jdbc.queryForList(
        LINES
            + """
            , expected AS (
              SELECT account_code, currency, effective_date,
                     coalesce(sum(amount_minor) FILTER (WHERE side = 'D'), 0) AS debit_minor,
                     coalesce(sum(amount_minor) FILTER (WHERE side = 'C'), 0) AS credit_minor
              FROM event_lines GROUP BY account_code, currency, effective_date),
            actual AS (
              SELECT account_code, currency::text, effective_date, debit_minor, credit_minor
              FROM account_daily_total)
            (TABLE expected EXCEPT TABLE actual) UNION ALL (TABLE actual EXCEPT TABLE expected)""");
  }

  /** Loans whose receivables are not what the lines on their accounts sum to, and vice versa. */
  List<Map<String, Object>> loanDifferences() {
    return jdbc.queryForList(
        LINES
            + """
            , signed AS (
              SELECT stream_id AS loan_id, account_code,
                     CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END AS amount
              FROM event_lines),
            expected AS (
              SELECT loan_id,
                     coalesce(sum(amount) FILTER (WHERE account_code = '1300'), 0) AS fees,
                     coalesce(sum(amount) FILTER (WHERE account_code = '1200'), 0) AS interest,
                     coalesce(sum(amount) FILTER (WHERE account_code = '1100'), 0) AS principal
              FROM signed GROUP BY loan_id),
            actual AS (
              SELECT loan_id, sum(fees_minor), sum(interest_minor), sum(principal_minor)
              FROM loan_daily_total GROUP BY loan_id)
            (TABLE expected EXCEPT TABLE actual) UNION ALL (TABLE actual EXCEPT TABLE expected)""");
  }

  /** Payments that the read model has and the events have not, and the other way round. */
  List<Map<String, Object>> paymentDifferences() {
    return jdbc.queryForList(
        """
        WITH expected AS (
          SELECT (payload ->> 'payment_id')::uuid,
                 (payload -> 'allocation' ->> 'fees_minor')::bigint,
                 (payload -> 'allocation' ->> 'principal_minor')::bigint
          FROM readable_events WHERE event_name = 'payment_posted'),
        actual AS (
          SELECT movement_id, fees_minor, principal_minor FROM movement
          WHERE type = 'payment_received')
        (TABLE expected EXCEPT ALL TABLE actual)
        UNION ALL (TABLE actual EXCEPT ALL TABLE expected)""");
  }

  /** What each table of the projections holds: a checksum of its rows, whatever their order. */
  Map<String, String> projected() {
    Map<String, String> sums = new TreeMap<>();
    for (String table : PROJECTED) {
      String sum =
          jdbc.queryForObject(
              "SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, '' ORDER BY row::text)), '')"
                  + " FROM "
                  + table
                  + " AS row",
              String.class);
      sums.put(table, sum);
    }
    return sums;
  }

  /** Empties the projections, so that a server which starts derives them again. */
  void forgetProjected() {
    jdbc.execute("TRUNCATE " + String.join(", ", PROJECTED));
    jdbc.execute("UPDATE projection_position SET position = 0");
    jdbc.execute("DELETE FROM token_entry");
  }

  private List<Map<String, Object>> difference(String columns, String expected, String actual) {
    String one = columns.formatted(expected);
    String other = columns.formatted(actual);
    return jdbc.queryForList(
        LINES
            + "(%s EXCEPT ALL %s) UNION ALL (%s EXCEPT ALL %s)".formatted(one, other, other, one));
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
