package io.cascadeledger.projections.journal;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.limits.Limits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what is settled of a tenant's whole journal in the order in which it was posted, some
 * entries at a time: no connection is held while the reader is slow.
 */
public final class JournalExportQueries {

  /** How many entries are read at a time. */
  private static final int ENTRIES = 250;

  private static final String ENTRIES_IN_ORDER =
      """
      SELECT e.*, l.sequence, l.account_code, l.side, l.amount_minor, l.currency, l.layer
        FROM (SELECT *
                FROM journal_entry e
               WHERE tenant = :tenant AND position > :after AND position <= :up_to
                 AND effective_date BETWEEN :from AND :to
                 AND (SELECT l.layer FROM journal_line l
                       WHERE l.position = e.position AND l.sequence = 1) = 'settled'
               ORDER BY position
               LIMIT :size) e
        JOIN journal_line l USING (position)
       ORDER BY e.position, l.sequence
      """;

  private static final String LINES_OF_ACCOUNT =
      """
      SELECT e.*, l.sequence, l.account_code, l.side, l.amount_minor, l.currency, l.layer
        FROM (SELECT *
                FROM journal_entry e
               WHERE tenant = :tenant AND position > :after AND position <= :up_to
                 AND effective_date BETWEEN :from AND :to
                 AND EXISTS (SELECT FROM journal_line l
                              WHERE l.position = e.position AND l.account_code = :code
                                AND l.layer = 'settled')
               ORDER BY position
               LIMIT :size) e
        JOIN journal_line l USING (position)
       WHERE l.account_code = :code
       ORDER BY e.position, l.sequence
      """;

  private static final String BEFORE =
      """
      SELECT l.currency,
             sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END) AS difference
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = :tenant AND e.position <= :up_to AND e.effective_date < :from
         AND l.account_code = :code AND l.layer = 'settled'
       GROUP BY l.currency
      """;

  private static final String CURRENCIES =
      """
      SELECT DISTINCT currency FROM account_daily_total
       WHERE tenant = :tenant AND layer = 'settled'
       ORDER BY currency
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public JournalExportQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The entries, some at a time; more are read when they are wanted. */
  public Flux<List<JournalItem>> entries(JournalWanted wanted) {
    return pages(after -> read(ENTRIES_IN_ORDER, wanted, after));
  }

  /**
   * The entries that book to an account, each with its lines on that account only, some at a time.
   */
  public Flux<List<JournalItem>> linesOf(AccountCode account, JournalWanted wanted) {
    return pages(after -> read(LINES_OF_ACCOUNT, wanted, after).bind("code", account.value()));
  }

  private DatabaseClient.GenericExecuteSpec read(String sql, JournalWanted wanted, long after) {
    return database
        .sql(sql)
        .bind("tenant", wanted.tenant())
        .bind("after", after)
        .bind("up_to", wanted.upTo())
        .bind("from", wanted.from() == null ? Limits.EARLIEST_EFFECTIVE_DATE : wanted.from())
        .bind("to", wanted.to() == null ? JournalQueries.LATEST : wanted.to());
  }

  private static Flux<List<JournalItem>> pages(
      LongFunction<DatabaseClient.GenericExecuteSpec> query) {
    return page(query, 0)
        .expand(
            page -> page.size() < ENTRIES ? Mono.empty() : page(query, page.getLast().position()))
        .filter(page -> !page.isEmpty());
  }

  private static Mono<List<JournalItem>> page(
      LongFunction<DatabaseClient.GenericExecuteSpec> query, long after) {
    return JournalQueries.items(query.apply(after).bind("size", ENTRIES)).collectList();
  }

  /** By currency, an account's debits less its credits of all days before the first one wanted. */
  public Mono<SortedMap<String, BigInteger>> before(AccountCode account, JournalWanted wanted) {
    if (wanted.from() == null) {
      return Mono.just(new TreeMap<>());
    }
    return database
        .sql(BEFORE)
        .bind("tenant", wanted.tenant())
        .bind("up_to", wanted.upTo())
        .bind("from", wanted.from())
        .bind("code", account.value())
        .map(
            row -> {
              BigInteger minor = row.get("difference", BigDecimal.class).toBigIntegerExact();
              return Map.entry(row.get("currency", String.class), minor);
            })
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
        .map(TreeMap::new);
  }

  /** The currencies in which a tenant has booked. */
  public Mono<List<Currency>> currencies(String tenant) {
    return database
        .sql(CURRENCIES)
        .bind("tenant", tenant)
        .map(row -> Currency.getInstance(row.get("currency", String.class)))
        .all()
        .collectList();
  }
}
