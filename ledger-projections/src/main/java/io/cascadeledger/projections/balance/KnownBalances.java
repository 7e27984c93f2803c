package io.cascadeledger.projections.balance;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Reads balances as of any day as they were known at a time: only what had been posted by then is
 * counted.
 *
 * <p>A loan's balance is summed up from its lines. That of an account is summed up from totals of
 * days, and from the lines of one day, that of the time. So the journal must have come as far as
 * the balances.
 */
public final class KnownBalances {

  private static final String LOAN =
      """
      SELECT head.currency, head.opened_on, booked.account_code,
             greatest(head.opened_at, max(booked.posted_at) OVER ()) AS last_activity_at,
             coalesce(booked.minor, 0) AS minor
        FROM loan_balance_head head
        LEFT JOIN (SELECT e.tenant, e.loan_id, l.account_code, max(e.posted_at) AS posted_at,
                          sum(CASE l.side WHEN 'D' THEN l.amount_minor ELSE -l.amount_minor END)
                            FILTER (WHERE e.effective_date <= :as_of AND l.layer = 'settled')
                            AS minor
                     FROM journal_entry e
                     JOIN journal_line l USING (position)
                    WHERE e.tenant = :tenant AND e.loan_id = :loan AND e.posted_at <= :known_at
                    GROUP BY e.tenant, e.loan_id, l.account_code) booked
          USING (tenant, loan_id)
       WHERE head.tenant = :tenant AND head.loan_id = :loan AND head.opened_at <= :known_at
      """;

  /** What was posted on the day of the time, up to it. */
  private static final String LINES_OF_THE_DAY =
      """
      UNION ALL
      SELECT l.account_code, l.currency,
             CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END,
             CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END
        FROM journal_entry e
        JOIN journal_line l USING (position)
       WHERE e.tenant = :tenant AND e.posted_at >= :midnight AND e.posted_at <= :known_at
         AND e.effective_date <= :as_of AND l.layer = :layer
      """;

  /**
   * As of a day before that of the time: all that counts by then, less what was posted that day or
   * later. The latter is rare, and looked up one day of posting after the other.
   */
  private static final String BY_EFFECT =
      """
      SELECT account_code, currency, debit_minor, credit_minor
        FROM account_daily_total
       WHERE tenant = :tenant AND layer = :layer AND effective_date <= :as_of
      UNION ALL
      SELECT posted.account_code, posted.currency, -posted.debit_minor, -posted.credit_minor
        FROM generate_series(0, (SELECT max(posted_date) - :day
                                   FROM account_shifted_total WHERE tenant = :tenant)) AS days
       CROSS JOIN LATERAL
             (SELECT account_code, currency,
                     sum(debit_minor) AS debit_minor, sum(credit_minor) AS credit_minor
                FROM account_shifted_total
               WHERE tenant = :tenant AND posted_date = :day + days AND layer = :layer
                 AND effective_date <= :as_of
               GROUP BY account_code, currency) posted
      """
          + LINES_OF_THE_DAY;

  /**
   * As of that day or later: all that was posted before it, less what counts after the day asked
   * for. There is hardly any, as little counts later than it is posted.
   */
  private static final String BY_POSTING =
      """
      SELECT account_code, currency, debit_minor, credit_minor
        FROM account_posted_total
       WHERE tenant = :tenant AND layer = :layer AND posted_date < :day
      UNION ALL
      SELECT posted.account_code, posted.currency, -posted.debit_minor, -posted.credit_minor
        FROM generate_series(1, (SELECT :day - min(posted_date)
                                   FROM account_shifted_total WHERE tenant = :tenant)) AS days
       CROSS JOIN LATERAL
             (SELECT account_code, currency,
                     sum(debit_minor) AS debit_minor, sum(credit_minor) AS credit_minor
                FROM account_shifted_total
               WHERE tenant = :tenant AND posted_date = :day - days AND layer = :layer
                 AND effective_date > :as_of
               GROUP BY account_code, currency) posted
      """
          + LINES_OF_THE_DAY;

  private static final String ACCOUNT =
      """
      SELECT coalesce(sum(debit_minor), 0) AS debit_minor,
             coalesce(sum(credit_minor), 0) AS credit_minor
        FROM (%s) known
       WHERE account_code = :code AND currency = :currency
      """;

  /** An account that nothing had been booked to by then may be left: it adds up to nothing. */
  private static final String TRIAL_BALANCE =
      """
      SELECT account_code, currency,
             sum(debit_minor) AS debit_minor, sum(credit_minor) AS credit_minor
        FROM (%s) known
       GROUP BY account_code, currency
      HAVING sum(debit_minor) <> 0 OR sum(credit_minor) <> 0
      """;

  private final DatabaseClient database;
  private final ChartQueries charts;

  /** Queries on a database. */
  public KnownBalances(DatabaseClient database) {
    this.database = database;
    this.charts = new ChartQueries(database);
  }

  /**
   * A loan's balance as it was known.
   *
   * @param asOf the last effective date that counts
   * @param knownAt when it was known: what was posted later does not count
   * @return the balance, zero if nothing counts; or empty if the tenant had no such loan then. Its
   *     last activity is the last that was booked by then, or the opening
   */
  public Mono<LoanBalanceView> loan(String tenant, UUID loanId, LocalDate asOf, Instant knownAt) {
    LoanId loan = new LoanId(tenant, loanId);
    return database
        .sql(LOAN)
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .bind("as_of", asOf)
        .bind("known_at", knownAt)
        .map(row -> new AccountOfLoan(loan, asOf, row))
        .all()
        .collectList()
        .mapNotNull(accounts -> accounts.isEmpty() ? null : AccountOfLoan.together(accounts));
  }

  /** A loan with what was booked to one account; the account is null if nothing was booked. */
  private record AccountOfLoan(LoanBalanceView nothingBooked, String account, BigDecimal minor) {

    private AccountOfLoan(LoanId loan, LocalDate asOf, Readable row) {
      this(
          new LoanBalanceView(
              loan,
              BalanceQueries.currency(row),
              asOf,
              row.get("opened_on", LocalDate.class),
              LoanBalance.ZERO,
              row.get("last_activity_at", Instant.class)),
          row.get("account_code", String.class),
          row.get("minor", BigDecimal.class));
    }

    private static LoanBalanceView together(List<AccountOfLoan> accounts) {
      Map<String, BigDecimal> minor = new HashMap<>();
      accounts.forEach(it -> minor.put(it.account, it.minor));
      LoanBalanceView view = accounts.getFirst().nothingBooked;
      return new LoanBalanceView(
          view.loan(),
          view.currency(),
          view.asOf(),
          view.openedOn(),
          LoanBalance.of(
              account -> minor.getOrDefault(account.value(), BigDecimal.ZERO).longValueExact()),
          view.lastActivityAt());
    }
  }

  /**
   * What was booked to an account, as it was known.
   *
   * @param layer the layer of the books
   * @param asOf the last effective date that counts
   * @param knownAt when it was known: what was posted later does not count
   * @return the totals, zero if nothing counts; or empty if the chart has no such account
   */
  public Mono<AccountTotals> account(
      String tenant,
      AccountCode code,
      Currency currency,
      Layer layer,
      LocalDate asOf,
      Instant knownAt) {
    return charts
        .chart(tenant)
        .flatMap(chart -> Mono.justOrEmpty(chart.find(code)))
        .flatMap(
            account ->
                known(ACCOUNT, tenant, layer, asOf, knownAt)
                    .bind("code", code.value())
                    .bind("currency", currency.getCurrencyCode())
                    .map(row -> BalanceQueries.totals(account, currency, row))
                    .one());
  }

  /**
   * What was booked to each account of the chart, as it was known.
   *
   * @param layer the layer of the books
   * @param asOf the last effective date that counts
   * @param knownAt when it was known: what was posted later does not count
   * @return as {@link BalanceQueries#trialBalance} has it
   */
  public Mono<List<AccountTotals>> trialBalance(
      String tenant, Layer layer, LocalDate asOf, Instant knownAt) {
    return known(TRIAL_BALANCE, tenant, layer, asOf, knownAt)
        .map(BalanceQueries::booked)
        .all()
        .collectList()
        // What was booked is in the chart by then.
        .zipWhen(_ -> charts.chart(tenant), BalanceQueries::withUnusedAccounts);
  }

  private DatabaseClient.GenericExecuteSpec known(
      String sql, String tenant, Layer layer, LocalDate asOf, Instant knownAt) {
    LocalDate day = LocalDate.ofInstant(knownAt, ZoneOffset.UTC);
    return database
        .sql(sql.formatted(asOf.isBefore(day) ? BY_EFFECT : BY_POSTING))
        .bind("tenant", tenant)
        .bind("layer", BalanceQueries.stored(layer))
        .bind("as_of", asOf)
        .bind("known_at", knownAt)
        .bind("day", day)
        .bind("midnight", day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
