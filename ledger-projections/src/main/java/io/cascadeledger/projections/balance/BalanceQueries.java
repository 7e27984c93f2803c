package io.cascadeledger.projections.balance;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanBalance;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads balances as of any day, by effective date, as they are known now. */
public final class BalanceQueries {

  private static final String LOAN =
      """
      SELECT head.currency, head.opened_on,
             greatest(head.opened_at, max(total.last_activity_at)) AS last_activity_at,
             coalesce(sum(total.penalties_minor) FILTER (WHERE counts), 0) AS penalties_minor,
             coalesce(sum(total.fees_minor) FILTER (WHERE counts), 0)      AS fees_minor,
             coalesce(sum(total.interest_minor) FILTER (WHERE counts), 0)  AS interest_minor,
             coalesce(sum(total.principal_minor) FILTER (WHERE counts), 0) AS principal_minor,
             coalesce(sum(total.suspense_minor) FILTER (WHERE counts), 0)  AS suspense_minor
        FROM loan_balance_head head
        LEFT JOIN (SELECT *, effective_date <= :as_of AS counts FROM loan_daily_total) total
          ON total.tenant = head.tenant AND total.loan_id = head.loan_id
       WHERE head.tenant = :tenant AND head.loan_id = :loan
       GROUP BY head.tenant, head.loan_id
      """;

  private static final String ACCOUNT =
      """
      SELECT coalesce(sum(debit_minor), 0) AS debit_minor,
             coalesce(sum(credit_minor), 0) AS credit_minor
        FROM account_daily_total
       WHERE tenant = :tenant AND account_code = :code AND currency = :currency
         AND layer = :layer AND effective_date <= :as_of
      """;

  private static final String TRIAL_BALANCE =
      """
      SELECT account_code, currency,
             sum(debit_minor) AS debit_minor, sum(credit_minor) AS credit_minor
        FROM account_daily_total
       WHERE tenant = :tenant AND layer = :layer AND effective_date <= :as_of
       GROUP BY account_code, currency
      """;

  private final DatabaseClient database;
  private final ChartQueries charts;

  /** Queries on a database. */
  public BalanceQueries(DatabaseClient database) {
    this.database = database;
    this.charts = new ChartQueries(database);
  }

  /**
   * A loan's balance.
   *
   * @param asOf the last effective date that counts
   * @return the balance, zero if nothing counts; or empty if the tenant has no such loan
   */
  public Mono<LoanBalanceView> loan(String tenant, UUID loanId, LocalDate asOf) {
    LoanId loan = new LoanId(tenant, loanId);
    return database
        .sql(LOAN)
        .bind("tenant", tenant)
        .bind("loan", loanId)
        .bind("as_of", asOf)
        .map(row -> loanBalance(loan, asOf, row))
        .one();
  }

  private static LoanBalanceView loanBalance(LoanId loan, LocalDate asOf, Readable row) {
    return new LoanBalanceView(
        loan,
        currency(row),
        asOf,
        row.get("opened_on", LocalDate.class),
        new LoanBalance(
            minor(row, "penalties_minor").longValueExact(),
            minor(row, "fees_minor").longValueExact(),
            minor(row, "interest_minor").longValueExact(),
            minor(row, "principal_minor").longValueExact(),
            minor(row, "suspense_minor").longValueExact()),
        row.get("last_activity_at", Instant.class));
  }

  /**
   * What was booked to an account.
   *
   * @param layer the layer of the books
   * @param asOf the last effective date that counts
   * @return the totals, zero if nothing counts; or empty if the chart has no such account
   */
  public Mono<AccountTotals> account(
      String tenant, AccountCode code, Currency currency, Layer layer, LocalDate asOf) {
    return charts
        .chart(tenant)
        .flatMap(chart -> Mono.justOrEmpty(chart.find(code)))
        .flatMap(
            account ->
                database
                    .sql(ACCOUNT)
                    .bind("tenant", tenant)
                    .bind("code", code.value())
                    .bind("currency", currency.getCurrencyCode())
                    .bind("layer", stored(layer))
                    .bind("as_of", asOf)
                    .map(row -> totals(account, currency, row))
                    .one());
  }

  /** What was booked to each account of the chart in the settled layer. */
  public Mono<List<AccountTotals>> trialBalance(String tenant, LocalDate asOf) {
    return trialBalance(tenant, Layer.SETTLED, asOf);
  }

  /**
   * What was booked to each account of the chart, in each currency of which something counts.
   *
   * @param layer the layer of the books
   * @param asOf the last effective date that counts
   * @return the totals by currency, then by account; in each currency the debits of all accounts
   *     equal their credits
   */
  public Mono<List<AccountTotals>> trialBalance(String tenant, Layer layer, LocalDate asOf) {
    return database
        .sql(TRIAL_BALANCE)
        .bind("tenant", tenant)
        .bind("layer", stored(layer))
        .bind("as_of", asOf)
        .map(BalanceQueries::booked)
        .all()
        .collectList()
        // What was booked is in the chart by then.
        .zipWhen(_ -> charts.chart(tenant), BalanceQueries::withUnusedAccounts);
  }

  /** What was booked to an account that may be called anything. */
  record Booked(
      AccountCode code, Currency currency, BigInteger debitMinor, BigInteger creditMinor) {

    private AccountTotals in(Chart chart) {
      Account account =
          chart
              .find(code)
              .orElseThrow(
                  () -> new IllegalStateException("booked to, but not in the chart: " + code));
      return new AccountTotals(account, currency, debitMinor, creditMinor);
    }
  }

  static Booked booked(Readable row) {
    return new Booked(
        new AccountCode(row.get("account_code", String.class)),
        currency(row),
        minor(row, "debit_minor"),
        minor(row, "credit_minor"));
  }

  static List<AccountTotals> withUnusedAccounts(List<Booked> used, Chart chart) {
    Map<String, Map<Account, AccountTotals>> byCurrency = new TreeMap<>();
    for (Booked booked : used) {
      AccountTotals totals = booked.in(chart);
      byCurrency
          .computeIfAbsent(totals.currency().getCurrencyCode(), _ -> new HashMap<>())
          .put(totals.account(), totals);
    }
    List<AccountTotals> all = new ArrayList<>();
    byCurrency.forEach(
        (code, byAccount) -> {
          for (Account account : chart.accounts()) {
            all.add(byAccount.getOrDefault(account, nothing(account, Currency.getInstance(code))));
          }
        });
    return all;
  }

  private static AccountTotals nothing(Account account, Currency currency) {
    return new AccountTotals(account, currency, BigInteger.ZERO, BigInteger.ZERO);
  }

  static AccountTotals totals(Account account, Currency currency, Readable row) {
    return new AccountTotals(
        account, currency, minor(row, "debit_minor"), minor(row, "credit_minor"));
  }

  /** The layer as the tables name it. */
  static String stored(Layer layer) {
    return layer.name().toLowerCase(Locale.ROOT);
  }

  static Currency currency(Readable row) {
    return Currency.getInstance(row.get("currency", String.class));
  }

  private static BigInteger minor(Readable row, String column) {
    return row.get(column, BigDecimal.class).toBigIntegerExact();
  }
}
