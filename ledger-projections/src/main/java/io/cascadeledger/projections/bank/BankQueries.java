package io.cascadeledger.projections.bank;

import io.cascadeledger.bank.StatementContent;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.Page;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Reads what banks say, held against the payments as they are now: by reference and amount, each
 * line to one payment and each payment to one line.
 */
public final class BankQueries {

  /**
   * Lines and payments of the same reference, amount and currency are counted through, and those of
   * the same number belong together. What came is a payment, reversed or not; what went is the
   * return of one. Those that still count come first.
   */
  private static final String MATCHED =
      """
      WITH statement AS (
        SELECT * FROM bank_statement WHERE tenant = :tenant AND to_date <= :as_of),
      line AS (
        SELECT l.*, s.currency, s.bank_account_ref,
               row_number() OVER (PARTITION BY l.reference, l.amount_minor, s.currency
                                  ORDER BY l.booked_on, s.position, l.sequence) AS place
          FROM bank_line l
          JOIN statement s USING (tenant, statement_id)),
      payment AS (
        SELECT m.external_ref, m.currency, m.movement_id, m.loan_id, m.amount_minor,
               m.effective_date, m.position, r.entry_id AS reversal_id
          FROM movement m
          LEFT JOIN reversal r ON r.tenant = m.tenant AND r.reversed_entry_id = m.entry_id
         WHERE m.tenant = :tenant AND m.type IN ('payment_received', 'recovery')
           AND m.external_ref IN (SELECT reference FROM line)
           AND m.posted_at >= (SELECT min(from_date) FROM statement) - :days * INTERVAL '1 day'),
      cash AS (
        SELECT external_ref, currency, amount_minor, movement_id, loan_id,
               row_number() OVER (PARTITION BY external_ref, amount_minor, currency
                                  ORDER BY reversal_id IS NOT NULL, effective_date, position)
                 AS place
          FROM payment
        UNION ALL
        SELECT external_ref, currency, -amount_minor, movement_id, loan_id,
               row_number() OVER (PARTITION BY external_ref, amount_minor, currency
                                  ORDER BY effective_date, position)
          FROM payment WHERE reversal_id IS NOT NULL),
      matched AS (
        SELECT l.*, c.movement_id, c.loan_id
          FROM line l
          LEFT JOIN cash c ON c.external_ref = l.reference AND c.amount_minor = l.amount_minor
                          AND c.currency = l.currency AND c.place = l.place)
      """;

  private static final String STATEMENTS =
      MATCHED
          + """
          SELECT s.*, count(m.sequence) AS lines, count(m.movement_id) AS matched,
                 coalesce(sum(m.amount_minor) FILTER (WHERE m.movement_id IS NULL), 0)
                   AS unmatched_minor
            FROM (SELECT *
                    FROM statement
                   WHERE position > :after AND (:one::uuid IS NULL OR statement_id = :one::uuid)
                   ORDER BY position
                   LIMIT :size) s
            LEFT JOIN matched m USING (tenant, statement_id)
           GROUP BY s.tenant, s.statement_id, s.position, s.bank_account_ref, s.statement_ref,
                    s.currency, s.from_date, s.to_date, s.opening_minor, s.closing_minor,
                    s.imported_at
           ORDER BY s.position
          """;

  private static final String LINES =
      MATCHED
          + """
          SELECT * FROM matched
           WHERE statement_id = :statement AND sequence > :after
             AND (:all OR movement_id IS NULL)
           ORDER BY sequence
           LIMIT :size
          """;

  private static final String ACCOUNTS =
      MATCHED
          + """
          SELECT s.bank_account_ref, s.currency, max(s.to_date) AS last_day,
                 (SELECT count(*) FROM matched m
                   WHERE m.bank_account_ref = s.bank_account_ref AND m.currency = s.currency
                     AND m.movement_id IS NULL) AS unmatched,
                 (SELECT coalesce(sum(m.amount_minor), 0) FROM matched m
                   WHERE m.bank_account_ref = s.bank_account_ref AND m.currency = s.currency
                     AND m.movement_id IS NULL) AS difference
            FROM statement s
           GROUP BY s.bank_account_ref, s.currency
           ORDER BY s.bank_account_ref, s.currency
          """;

  private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

  private final DatabaseClient database;

  /** Queries on a database. */
  public BankQueries(DatabaseClient database) {
    this.database = database;
  }

  private DatabaseClient.GenericExecuteSpec query(String sql, String tenant, LocalDate asOf) {
    return database
        .sql(sql)
        .bind("tenant", tenant)
        .bind("as_of", asOf)
        .bind("days", Limits.BANK_MATCH_DAYS);
  }

  /** A statement, or empty if the tenant has none of that identity. */
  public Mono<BankStatementView> statement(String tenant, UUID id) {
    return query(STATEMENTS, tenant, ALWAYS)
        .bind("after", 0L)
        .bind("one", id)
        .bind("size", 1)
        .map(BankQueries::statement)
        .one();
  }

  /**
   * The statements in the order in which they were imported.
   *
   * @param after the position after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most
   */
  public Mono<Page<BankStatementView>> statements(String tenant, long after, int pageSize) {
    return query(STATEMENTS, tenant, ALWAYS)
        .bind("after", after)
        .bindNull("one", UUID.class)
        .bind("size", pageSize + 1)
        .map(BankQueries::statement)
        .all()
        .collectList()
        .map(
            found ->
                found.size() <= pageSize
                    ? new Page<>(found, null)
                    : new Page<>(found.subList(0, pageSize), found.get(pageSize - 1).position()));
  }

  /**
   * Lines of a statement in the bank's order.
   *
   * @param all whether those that were found are wanted too
   * @param after the place after which to start: {@code next} of the page before, or 0
   * @param pageSize how many at most
   */
  public Mono<Page<BankLineView>> lines(
      String tenant, UUID statement, boolean all, long after, int pageSize) {
    return query(LINES, tenant, ALWAYS)
        .bind("statement", statement)
        .bind("after", after)
        .bind("all", all)
        .bind("size", pageSize + 1)
        .map(BankQueries::line)
        .all()
        .collectList()
        .map(
            found ->
                found.size() <= pageSize
                    ? new Page<>(found, null)
                    : new Page<>(
                        found.subList(0, pageSize), (long) found.get(pageSize - 1).sequence()));
  }

  /**
   * What the books lack of what banks say of their accounts.
   *
   * @param asOf the last day whose statements count
   */
  public Mono<List<BankAccountView>> accounts(String tenant, LocalDate asOf) {
    return query(ACCOUNTS, tenant, asOf).map(BankQueries::account).all().collectList();
  }

  private static BankStatementView statement(Readable row) {
    long lines = row.get("lines", Long.class);
    long matched = row.get("matched", Long.class);
    return new BankStatementView(
        row.get("statement_id", UUID.class),
        row.get("position", Long.class),
        new StatementContent(
            row.get("bank_account_ref", String.class),
            row.get("statement_ref", String.class),
            Currency.getInstance(row.get("currency", String.class)),
            row.get("from_date", LocalDate.class),
            row.get("to_date", LocalDate.class),
            row.get("opening_minor", Long.class),
            row.get("closing_minor", Long.class),
            List.of()),
        row.get("imported_at", Instant.class),
        Math.toIntExact(lines),
        Math.toIntExact(matched),
        row.get("unmatched_minor", BigDecimal.class).longValueExact());
  }

  private static BankLineView line(Readable row) {
    return new BankLineView(
        row.get("sequence", Integer.class),
        new StatementLine(
            row.get("booked_on", LocalDate.class),
            row.get("value_date", LocalDate.class),
            row.get("amount_minor", Long.class),
            row.get("reference", String.class),
            row.get("bank_reference", String.class)),
        row.get("movement_id", UUID.class),
        row.get("loan_id", UUID.class));
  }

  private static BankAccountView account(Readable row) {
    return new BankAccountView(
        row.get("bank_account_ref", String.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("last_day", LocalDate.class),
        row.get("unmatched", Long.class),
        row.get("difference", BigDecimal.class).toBigIntegerExact());
  }
}
