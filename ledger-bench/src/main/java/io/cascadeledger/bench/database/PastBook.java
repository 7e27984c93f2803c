package io.cascadeledger.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A book of years, written straight into the tables of the read models: to post it would take
 * hours. Its totals are what its lines add up to, worked out by SQL. One entry in seven counts for
 * a day before that of its posting, a third of these up to two months before.
 *
 * @param tenant whose book it is; nobody else's
 * @param number which of the books of the database it is, from 0
 * @param loans how many loans it has
 * @param entries how many entries
 */
public record PastBook(String tenant, int number, int loans, long entries) {

  /** The first day on which something was posted. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

  /** How many days there are postings on. */
  public static final int DAYS = 1_096;

  private static final int LINES_OF_TEN_ENTRIES = 28;
  private static final int ENTRIES_OF_LOAN = 700;
  private static final int AT_ONCE = 200_000;
  private static final long POSITIONS = 1_000_000_000;

  /**
   * A number that follows from that of the entry, below another: entries differ as if by chance,
   * and are the same in each run.
   */
  private static final String CHANCE = "(hashint8extended(n, %s) & 2147483647) %% %s";

  /** Entries before all that were ever posted, so that their lines are in nobody's way. */
  private static final String ENTRIES =
      """
      WITH numbered AS MATERIALIZED (
        SELECT n, :base + n AS position,
               CASE WHEN n <= :loans THEN 'disbursement'
                    WHEN n % 10 < 5 THEN 'accrual'
                    WHEN n % 10 < 9 THEN 'payment_received'
                    ELSE 'fee_assessed' END AS event_type,
               CASE WHEN n <= :loans THEN n ELSE 1 + ANY_LOAN END AS loan,
               timestamptz ':firstT00:00:00Z' + n * :step * interval '1 microsecond' AS posted_at,
               CASE WHEN n <= :loans OR ANY_HUNDRED < 85 THEN 0
                    WHEN ANY_HUNDRED < 95 THEN 1 + ANY_THREE
                    ELSE 1 + ANY_SIXTY END AS days_before,
               CASE WHEN n <= :loans THEN 100000000 ELSE 1 + ANY_AMOUNT END AS first_minor,
               1 + ANY_OTHER AS other_minor, 1 + ANY_THIRD AS third_minor
          FROM generate_series(:from::bigint, :to::bigint) AS n),
      made AS MATERIALIZED (
        SELECT *, ('00000000-0000-0000-0000-' || lpad(to_hex(loan), 12, '0'))::uuid AS loan_id,
               (ARRAY['USD', 'EUR', 'GBP'])[1 + loan % 3] AS currency,
               greatest(date ':first', (posted_at AT TIME ZONE 'UTC')::date - days_before::int)
                 AS effective_date
          FROM numbered),
      entries AS (
        INSERT INTO journal_entry (tenant, entry_id, position, event_type, effective_date,
            posted_at, loan_id, borrower_id, actor)
        SELECT ':tenant',
               ('01850000-000:number-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
               position, event_type, effective_date, posted_at, loan_id, loan_id, 'bench'
          FROM made)
      INSERT INTO journal_line (position, sequence, account_code, side, amount_minor, currency)
      SELECT position, sequence, account_code, side,
             CASE part WHEN 0 THEN first_minor + other_minor + third_minor
                       WHEN 1 THEN first_minor WHEN 2 THEN other_minor ELSE third_minor END,
             currency
        FROM made
        JOIN (VALUES ('disbursement', 1, '1100', 'D', 1), ('disbursement', 2, '1010', 'C', 1),
                     ('accrual', 1, '1200', 'D', 1), ('accrual', 2, '4100', 'C', 1),
                     ('fee_assessed', 1, '1300', 'D', 1), ('fee_assessed', 2, '4200', 'C', 1),
                     ('payment_received', 1, '1000', 'D', 0),
                     ('payment_received', 2, '1300', 'C', 3),
                     ('payment_received', 3, '1200', 'C', 2),
                     ('payment_received', 4, '1100', 'C', 1))
             AS line (event_type, sequence, account_code, side, part) USING (event_type)
       ORDER BY position, sequence
      """
          .replace("ANY_LOAN", CHANCE.formatted(1, ":loans"))
          .replace("ANY_HUNDRED", CHANCE.formatted(2, 100))
          .replace("ANY_THREE", CHANCE.formatted(3, 3))
          .replace("ANY_SIXTY", CHANCE.formatted(4, 60))
          .replace("ANY_AMOUNT", CHANCE.formatted(5, 3_000))
          .replace("ANY_OTHER", CHANCE.formatted(6, 2_000))
          .replace("ANY_THIRD", CHANCE.formatted(7, 400));

  private static final String LOANS =
      """
      WITH made AS (
        SELECT ('00000000-0000-0000-0000-' || lpad(to_hex(loan), 12, '0'))::uuid AS loan_id,
               (ARRAY['USD', 'EUR', 'GBP'])[1 + loan % 3] AS currency
          FROM generate_series(1, :loans) AS loan),
      heads AS (
        INSERT INTO loan_balance_head (tenant, loan_id, currency, opened_on, opened_at)
        SELECT ':tenant', loan_id, currency, ':first', ':firstT00:00:00Z' FROM made)
      INSERT INTO journal_loan (tenant, loan_id, borrower_id)
      SELECT ':tenant', loan_id, loan_id FROM made
      """;

  private static final String TOTALS =
      """
      CREATE TEMPORARY TABLE both_days ON COMMIT DROP AS
      SELECT l.account_code, l.currency, (e.posted_at AT TIME ZONE 'UTC')::date AS posted_date,
             e.effective_date,
             sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END) AS debit_minor,
             sum(CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END) AS credit_minor
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = ':tenant'
       GROUP BY 1, 2, 3, 4;
      INSERT INTO account_daily_total
          (tenant, account_code, currency, effective_date, debit_minor, credit_minor)
      SELECT ':tenant', account_code, currency, effective_date, sum(debit_minor), sum(credit_minor)
        FROM both_days GROUP BY account_code, currency, effective_date;
      INSERT INTO account_posted_total
          (tenant, account_code, currency, posted_date, debit_minor, credit_minor)
      SELECT ':tenant', account_code, currency, posted_date, sum(debit_minor), sum(credit_minor)
        FROM both_days GROUP BY account_code, currency, posted_date;
      INSERT INTO account_shifted_total
          (tenant, posted_date, effective_date, account_code, currency, debit_minor, credit_minor)
      SELECT ':tenant', posted_date, effective_date, account_code, currency, debit_minor,
             credit_minor
        FROM both_days WHERE posted_date <> effective_date
       ORDER BY posted_date, effective_date
      """;

  private static final String SUMMED_UP =
      """
      SELECT l.account_code || ' ' || l.currency,
             sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END) || ' '
               || sum(CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END)
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = ? AND e.effective_date <= ? AND (?::timestamptz IS NULL OR e.posted_at <= ?)
       GROUP BY l.account_code, l.currency
      """;

  /**
   * A book of so many lines at least.
   *
   * @param number which of the books of the database it is, from 0 to 9
   */
  public static PastBook ofLines(String tenant, int number, long lines) {
    long entries = Math.ceilDiv(lines, LINES_OF_TEN_ENTRIES) * 10;
    int loans = Math.toIntExact(Math.max(1, entries / ENTRIES_OF_LOAN));
    return new PastBook(tenant, number, loans, entries + loans);
  }

  /** The last day on which something was posted. */
  public static LocalDate lastDay() {
    return FIRST_DAY.plusDays(DAYS - 1L);
  }

  /** One of its loans. */
  public UUID loan(int index) {
    return new UUID(0, 1L + index);
  }

  /** Writes it, and lets PostgreSQL look at it as it does by itself a little later. */
  public void write(Database database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      // Nothing of it has to outlive the machine.
      statement.execute("SET synchronous_commit = off; SET work_mem = '256MB'; SET jit = off");
      for (long from = 1; from <= entries; from += AT_ONCE) {
        statement.execute(
            text(ENTRIES)
                .replace(":from", Long.toString(from))
                .replace(":to", Long.toString(Math.min(entries, from + AT_ONCE - 1))));
      }
      connection.setAutoCommit(false);
      statement.execute(text(LOANS));
      statement.execute(text(TOTALS));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute(
          "VACUUM (ANALYZE) journal_entry, journal_line, journal_loan, loan_balance_head,"
              + " account_daily_total, account_posted_total, account_shifted_total");
    }
  }

  private String text(String sql) {
    long microseconds = Duration.ofDays(DAYS).toMillis() * 1_000;
    return sql.replace(":tenant", tenant)
        .replace(":number", Integer.toString(number))
        .replace(":loans", Integer.toString(loans))
        .replace(":base", Long.toString(-POSITIONS * (number + 1)))
        .replace(":step", Long.toString(microseconds / (entries + 1)))
        .replace(":first", FIRST_DAY.toString());
  }

  /** How many lines it has. */
  public long lines(Database database) throws SQLException {
    return database.number(
        "SELECT count(*) FROM journal_line WHERE position BETWEEN %d AND %d"
            .formatted(-POSITIONS * (number + 1), -POSITIONS * (number + 1) + entries));
  }

  /**
   * What its lines add up to, one by one.
   *
   * @param asOf the last effective date that counts
   * @param knownAt what was posted later does not count; null if all counts
   * @return debits and credits, as {@code 700 90}, by account and currency, as {@code 1100 USD}
   */
  public Map<String, String> summedUp(Database database, LocalDate asOf, Instant knownAt)
      throws SQLException {
    Map<String, String> totals = new TreeMap<>();
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(SUMMED_UP)) {
      query.setString(1, tenant);
      query.setObject(2, asOf);
      for (int parameter : new int[] {3, 4}) {
        query.setObject(
            parameter,
            knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          totals.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return totals;
  }
}
