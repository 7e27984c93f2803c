package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads all loans of a tenant with what they owed, some at a time.
 *
 * <p>What was known at a time is made of the totals of those days of a loan of which nothing was
 * recorded since, and of the lines of its other days. So the journal must have come as far as the
 * balances, and a loan to which nothing has happened since costs no more than one as it is now.
 */
public final class LoanTapeQueries {

  private static final int LOANS = 500;

  private static final String FIRST_PAGE = page(">=");
  private static final String NEXT_PAGE = page(">");

  /** No identifier is before this one. */
  private static final UUID FIRST = new UUID(0, 0);

  private final DatabaseClient database;
  private final KnownStandings standings;

  /** Queries on a database. */
  public LoanTapeQueries(DatabaseClient database) {
    this.database = database;
    this.standings = new KnownStandings(database);
  }

  /**
   * The loans that were opened by a day, by identifier, some at a time; more are read when they are
   * wanted.
   *
   * @param asOf the last effective date that counts for what they owed
   * @param knownAt what was posted later does not count; null if all counts
   */
  public Flux<List<LoanTapeRow>> loans(String tenant, LocalDate asOf, Instant knownAt) {
    Wanted wanted = new Wanted(tenant, asOf, knownAt == null ? MovementQueries.ALWAYS : knownAt);
    return page(FIRST_PAGE, wanted, FIRST)
        .expand(
            page ->
                page.size() < LOANS ? Mono.empty() : page(NEXT_PAGE, wanted, page.getLast().loan()))
        .filter(page -> !page.isEmpty())
        .concatMap(page -> known(page, wanted), 1);
  }

  private record Wanted(String tenant, LocalDate asOf, Instant knownAt) {}

  /** A row whose balance is the wanted one; what else it says may have changed since. */
  private record Read(LoanTapeRow row, boolean changedSince) {
    private UUID loan() {
      return row.loan().loan().value();
    }
  }

  private static String page(String comparison) {
    return """
      SELECT l.*, total.*, since.accounts, since.minor,
             greatest(l.opened_at, total.recorded_at) AS last_activity_at,
             coalesce(total.recorded_at > :known_at, false) AS changed_since
        FROM (SELECT *
                FROM loan
               WHERE tenant = :tenant AND loan_id %s :after
                 AND opened_on <= :as_of AND opened_at <= :known_at
               ORDER BY loan_id
               LIMIT :size) l
       CROSS JOIN LATERAL
             (SELECT coalesce(sum(penalties_minor) FILTER (WHERE whole), 0) AS penalties_minor,
                     coalesce(sum(fees_minor) FILTER (WHERE whole), 0) AS fees_minor,
                     coalesce(sum(interest_minor) FILTER (WHERE whole), 0) AS interest_minor,
                     coalesce(sum(principal_minor) FILTER (WHERE whole), 0) AS owed_principal_minor,
                     coalesce(sum(suspense_minor) FILTER (WHERE whole), 0) AS suspense_minor,
                     max(last_activity_at) AS recorded_at
                FROM (SELECT *, effective_date <= :as_of AND last_activity_at <= :known_at AS whole
                        FROM loan_daily_total
                       WHERE tenant = l.tenant AND loan_id = l.loan_id) days) total
       CROSS JOIN LATERAL
             (SELECT array_agg(account_code) AS accounts, array_agg(minor) AS minor
                FROM (SELECT line.account_code,
                             sum(CASE line.side WHEN 'D' THEN line.amount_minor
                                                ELSE -line.amount_minor END)::bigint AS minor
                        FROM loan_daily_total day
                        JOIN journal_entry entry USING (tenant, loan_id, effective_date)
                        JOIN journal_line line USING (position)
                       WHERE total.recorded_at > :known_at
                         AND day.tenant = l.tenant AND day.loan_id = l.loan_id
                         AND day.effective_date <= :as_of AND day.last_activity_at > :known_at
                         AND entry.posted_at <= :known_at AND line.layer = 'settled'
                       GROUP BY line.account_code) booked) since
       ORDER BY l.loan_id
      """
        .formatted(comparison);
  }

  private Mono<List<Read>> page(String sql, Wanted wanted, UUID after) {
    return database
        .sql(sql)
        .bind("tenant", wanted.tenant())
        .bind("after", after)
        .bind("as_of", wanted.asOf())
        .bind("known_at", wanted.knownAt())
        .bind("size", LOANS)
        .map(row -> read(wanted.asOf(), row))
        .all()
        .collectList();
  }

  private Mono<List<LoanTapeRow>> known(List<Read> page, Wanted wanted) {
    List<UUID> changed = page.stream().filter(Read::changedSince).map(Read::loan).toList();
    return standings
        .of(wanted.tenant(), changed, wanted.knownAt())
        .map(
            then ->
                page.stream()
                    .map(it -> it.changedSince() ? it.row().known(then.get(it.loan())) : it.row())
                    .toList());
  }

  private static Read read(LocalDate asOf, Readable row) {
    return new Read(
        new LoanTapeRow(
            LoanQueries.loan(row),
            asOf,
            new LoanBalance(
                    minor(row, "penalties_minor"),
                    minor(row, "fees_minor"),
                    minor(row, "interest_minor"),
                    minor(row, "owed_principal_minor"),
                    minor(row, "suspense_minor"))
                .plus(since(row)),
            row.get("last_activity_at", Instant.class)),
        row.get("changed_since", Boolean.class));
  }

  private static long minor(Readable row, String column) {
    return row.get(column, BigDecimal.class).longValueExact();
  }

  /** What was known of the days of which something was recorded since. */
  private static LoanBalance since(Readable row) {
    String[] accounts = row.get("accounts", String[].class);
    if (accounts == null) {
      return LoanBalance.ZERO;
    }
    Long[] minor = row.get("minor", Long[].class);
    Map<String, Long> booked = new HashMap<>();
    for (int i = 0; i < accounts.length; i++) {
      booked.put(accounts[i], minor[i]);
    }
    return LoanBalance.of(account -> booked.getOrDefault(account.value(), 0L));
  }
}
