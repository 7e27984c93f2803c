package io.cascadeledger.projections.control;

import io.cascadeledger.journal.AccountCode;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Holds what is kept against what it was made from. Each question is answered by one statement. */
public final class ControlQueries {

  /** The totals and the lines as of the same event: one statement sees one state of both. */
  private static final String INTEGRITY =
      """
      WITH seen AS (
        SELECT max(position) FILTER (WHERE projection = 'balances') AS balances,
               max(position) FILTER (WHERE projection = 'journal')  AS journal
          FROM projection_position),
      kept AS (
        SELECT account_code, currency, sum(debit_minor) AS debit, sum(credit_minor) AS credit
          FROM account_daily_total
         WHERE tenant = :tenant AND effective_date <= :as_of
         GROUP BY account_code, currency),
      recomputed AS (
        SELECT l.account_code, l.currency,
               coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'D'), 0) AS debit,
               coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'C'), 0) AS credit
          FROM journal_entry e
          JOIN journal_line l USING (position)
         WHERE e.tenant = :tenant AND e.effective_date <= :as_of
           AND e.position <= (SELECT balances FROM seen)
         GROUP BY l.account_code, l.currency)
      SELECT (SELECT journal >= balances FROM seen) AS whole, account_code, currency
        FROM (SELECT account_code, currency
                FROM kept FULL JOIN recomputed USING (account_code, currency)
               WHERE (kept.debit, kept.credit)
                     IS DISTINCT FROM (recomputed.debit, recomputed.credit)
               UNION ALL
              SELECT NULL, NULL) AS mismatch
       ORDER BY account_code, currency
      """;

  /**
   * What loans have is from the same projection as what the ledger has. What debtors have is from
   * another: it counts up to the same event, and not at all while that projection is behind.
   */
  private static final String ROLL_UP =
      """
      WITH seen AS (
        SELECT max(position) FILTER (WHERE projection = 'balances') AS balances,
               max(position) FILTER (WHERE projection = 'debtors')  AS debtors
          FROM projection_position),
      entries AS (
        SELECT a.currency, open.kind, e.open_minor, e.unapplied_minor
          FROM debtor_account_entry e
          JOIN debtor_account a ON a.tenant = e.tenant AND a.reference = e.account_reference
          LEFT JOIN debtor_account_entry open
                 ON open.tenant = e.tenant AND open.account_reference = e.account_reference
                AND open.reference = e.open_reference
         WHERE e.tenant = :tenant AND coalesce(e.booked_on, e.effective_date) <= :as_of
           AND e.position <= (SELECT balances FROM seen)),
      debtors AS (
        SELECT CASE kind WHEN 'fee' THEN '1510' ELSE '1500' END AS account_code, currency,
               open_minor AS minor
          FROM entries WHERE kind IS NOT NULL
         UNION ALL
        SELECT '2200', currency, -unapplied_minor FROM entries
         UNION ALL
        SELECT part.account_code, part.currency, part.minor
          FROM claim_change c,
               LATERAL (VALUES ('1500', c.currency, c.amount_minor),
                               ('1510', c.currency, c.fees_minor))
                       AS part (account_code, currency, minor)
         WHERE c.tenant = :tenant AND coalesce(c.booked_on, c.effective_date) <= :as_of
           AND c.position <= (SELECT balances FROM seen)),
      ledger AS (
        SELECT account_code, currency, sum(debit_minor - credit_minor) AS minor
          FROM account_daily_total
         WHERE tenant = :tenant AND effective_date <= :as_of
           AND account_code IN
               ('1100', '1200', '1300', '1400', '2100', '1500', '1510', '2200')
         GROUP BY account_code, currency),
      loans AS (
        SELECT part.account_code, part.currency, sum(part.minor) AS minor
          FROM loan_daily_total t
          JOIN loan_balance_head h USING (tenant, loan_id),
               LATERAL (VALUES ('1100', h.currency, t.principal_minor),
                               ('1200', h.currency, t.interest_minor),
                               ('1300', h.currency, t.fees_minor),
                               ('1400', h.currency, t.penalties_minor),
                               ('2100', h.currency, -t.suspense_minor))
                       AS part (account_code, currency, minor)
         WHERE t.tenant = :tenant AND t.effective_date <= :as_of
         GROUP BY part.account_code, part.currency
         UNION ALL
        SELECT account_code, currency, sum(minor) FROM debtors GROUP BY account_code, currency)
      SELECT account_code, currency,
             CASE left(account_code, 1) WHEN '2' THEN -1 ELSE 1 END * coalesce(ledger.minor, 0)
               AS ledger,
             CASE left(account_code, 1) WHEN '2' THEN -1 ELSE 1 END * coalesce(loans.minor, 0)
               AS loans
        FROM ledger FULL JOIN loans USING (account_code, currency)
       WHERE account_code NOT IN ('1500', '1510', '2200')
          OR (SELECT debtors >= balances FROM seen)
       ORDER BY currency, account_code
      """;

  /** What came first has gone first, so what is open of a loan is the newest of what came. */
  private static final String SUSPENSE =
      """
      WITH kept AS (
        SELECT tenant, loan_id, sum(suspense_minor) AS open
          FROM loan_daily_total
         WHERE tenant = :tenant AND effective_date <= :as_of
         GROUP BY tenant, loan_id
        HAVING sum(suspense_minor) > 0),
      day AS (
        SELECT k.loan_id, h.currency, :as_of::date - t.effective_date AS age,
               least(greatest(t.suspense_minor, 0),
                     greatest(k.open - coalesce(sum(greatest(t.suspense_minor, 0)) OVER later, 0),
                              0)) AS open
          FROM kept k
          JOIN loan_balance_head h USING (tenant, loan_id)
          JOIN loan_daily_total t USING (tenant, loan_id)
         WHERE t.effective_date <= :as_of
        WINDOW later AS (PARTITION BY k.loan_id ORDER BY t.effective_date DESC
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
      SELECT currency, count(DISTINCT loan_id) AS loans,
             coalesce(sum(open) FILTER (WHERE age <= 30), 0)               AS up_to_30,
             coalesce(sum(open) FILTER (WHERE age BETWEEN 31 AND 60), 0)   AS up_to_60,
             coalesce(sum(open) FILTER (WHERE age BETWEEN 61 AND 90), 0)   AS up_to_90,
             coalesce(sum(open) FILTER (WHERE age > 90), 0)                AS older
        FROM day
       GROUP BY currency
       ORDER BY currency
      """;

  private static final String CLEARING =
      """
      WITH account AS (
        SELECT account_code, currency, sum(debit_minor - credit_minor) AS open
          FROM account_daily_total
         WHERE tenant = :tenant AND effective_date <= :as_of AND account_code = ANY (:codes)
         GROUP BY account_code, currency
        HAVING sum(debit_minor - credit_minor) <> 0),
      day AS (
        SELECT a.account_code, a.currency, a.open, t.effective_date,
               CASE WHEN a.open > 0 THEN t.debit_minor ELSE t.credit_minor END AS came,
               coalesce(sum(CASE WHEN a.open > 0 THEN t.debit_minor ELSE t.credit_minor END)
                          OVER later, 0) AS came_later
          FROM account a
          JOIN account_daily_total t USING (account_code, currency)
         WHERE t.tenant = :tenant AND t.effective_date <= :as_of
        WINDOW later AS (PARTITION BY a.account_code, a.currency ORDER BY t.effective_date DESC
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
      SELECT account_code, currency, open, min(effective_date) AS since
        FROM day
       WHERE came > 0 AND came_later < abs(open)
       GROUP BY account_code, currency, open
       ORDER BY account_code, currency
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public ControlQueries(DatabaseClient database) {
    this.database = database;
  }

  private DatabaseClient.GenericExecuteSpec query(String sql, String tenant, LocalDate asOf) {
    return database.sql(sql).bind("tenant", tenant).bind("as_of", asOf);
  }

  /** Adds up each account from its lines, and holds it against its kept totals. */
  public Mono<Integrity> integrity(String tenant, LocalDate asOf) {
    return query(INTEGRITY, tenant, asOf)
        .map(
            row ->
                new Integrity(
                    row.get("whole", Boolean.class),
                    Optional.ofNullable(row.get("account_code", String.class))
                        .map(
                            code -> new Integrity.Mismatch(code, row.get("currency", String.class)))
                        .stream()
                        .toList()))
        .all()
        .reduce(
            (one, other) ->
                new Integrity(
                    one.whole(),
                    Stream.concat(one.mismatched().stream(), other.mismatched().stream())
                        .toList()));
  }

  /** Holds each account that sums up loans, or what debtors owe, against these. */
  public Mono<List<RollUp>> rollUp(String tenant, LocalDate asOf) {
    return query(ROLL_UP, tenant, asOf)
        .map(
            row ->
                new RollUp(account(row), currency(row), minor(row, "ledger"), minor(row, "loans")))
        .all()
        .collectList();
  }

  /** How long what is kept for borrowers has been there. */
  public Mono<List<SuspenseAge>> suspense(String tenant, LocalDate asOf) {
    return query(SUSPENSE, tenant, asOf)
        .map(
            row ->
                new SuspenseAge(
                    currency(row),
                    row.get("loans", Long.class),
                    minor(row, "up_to_30"),
                    minor(row, "up_to_60"),
                    minor(row, "up_to_90"),
                    minor(row, "older")))
        .all()
        .collectList();
  }

  /**
   * Which of some accounts have not returned to zero.
   *
   * @param clearing the accounts that should
   */
  public Mono<List<OpenClearing>> clearing(
      String tenant, LocalDate asOf, Collection<AccountCode> clearing) {
    return query(CLEARING, tenant, asOf)
        .bind("codes", clearing.stream().map(AccountCode::value).toArray(String[]::new))
        .map(
            row ->
                new OpenClearing(
                    account(row),
                    currency(row),
                    minor(row, "open"),
                    row.get("since", LocalDate.class)))
        .all()
        .collectList();
  }

  private static AccountCode account(Readable row) {
    return new AccountCode(row.get("account_code", String.class));
  }

  private static Currency currency(Readable row) {
    return Currency.getInstance(row.get("currency", String.class));
  }

  private static BigInteger minor(Readable row, String column) {
    return row.get(column, BigDecimal.class).toBigIntegerExact();
  }
}
