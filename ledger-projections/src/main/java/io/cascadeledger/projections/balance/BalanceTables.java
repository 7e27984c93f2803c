package io.cascadeledger.projections.balance;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.numeric;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;
import static java.util.stream.Collectors.toSet;

import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.projections.balance.BalanceChanges.AccountDay;
import io.cascadeledger.projections.balance.BalanceChanges.AccountDays;
import io.cascadeledger.projections.balance.BalanceChanges.LoanChange;
import io.cascadeledger.projections.balance.BalanceChanges.LoanDay;
import io.cascadeledger.projections.balance.BalanceChanges.Totals;
import io.cascadeledger.projections.sql.LoanColumn;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write the balances. */
final class BalanceTables {

  static final List<String> NAMES =
      List.of(
          "account_daily_total",
          "account_posted_total",
          "account_shifted_total",
          "loan_daily_total",
          "loan_balance_head",
          "account");

  private static final RowsStatement<LoanOpened> INSERT_HEADS =
      new RowsStatement<>(
          """
          INSERT INTO loan_balance_head (tenant, loan_id, currency, opened_on, opened_at)
          SELECT tenant, loan_id, currency, opened_on, opened_at FROM given
          """,
          List.of(
              text("tenant", LoanOpened::tenant),
              uuid("loan_id", opened -> opened.loan().value()),
              text("currency", opened -> opened.currency().getCurrencyCode()),
              date("opened_on", LoanOpened::effectiveDate),
              timestamp("opened_at", LoanOpened::postedAt)));

  private static final RowsStatement<Entry<LoanDay, LoanChange>> ADD_TO_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO loan_daily_total AS total (tenant, loan_id, effective_date,
              penalties_minor, fees_minor, interest_minor, principal_minor, suspense_minor,
              last_activity_at)
          SELECT tenant, loan_id, effective_date, penalties_minor, fees_minor, interest_minor,
                 principal_minor, suspense_minor, last_activity_at
            FROM given
          ON CONFLICT (tenant, loan_id, effective_date) DO UPDATE
             SET penalties_minor  = total.penalties_minor + excluded.penalties_minor,
                 fees_minor       = total.fees_minor      + excluded.fees_minor,
                 interest_minor   = total.interest_minor  + excluded.interest_minor,
                 principal_minor  = total.principal_minor + excluded.principal_minor,
                 suspense_minor   = total.suspense_minor  + excluded.suspense_minor,
                 last_activity_at = greatest(total.last_activity_at, excluded.last_activity_at)
          """,
          List.of(
              text("tenant", change -> change.getKey().loan().tenant()),
              uuid("loan_id", change -> change.getKey().loan().value()),
              date("effective_date", change -> change.getKey().day()),
              bigint("penalties_minor", change -> change.getValue().moved().penaltiesMinor()),
              bigint("fees_minor", change -> change.getValue().moved().feesMinor()),
              bigint("interest_minor", change -> change.getValue().moved().interestMinor()),
              bigint("principal_minor", change -> change.getValue().moved().principalMinor()),
              bigint("suspense_minor", change -> change.getValue().moved().suspenseMinor()),
              timestamp("last_activity_at", change -> change.getValue().lastActivityAt())));

  private static final RowsStatement<Entry<AccountDay, Totals>> ADD_TO_EFFECTIVE =
      addToDays("account_daily_total", "effective_date");

  private static final RowsStatement<Entry<AccountDay, Totals>> ADD_TO_POSTED =
      addToDays("account_posted_total", "posted_date");

  private static final RowsStatement<Entry<AccountDays, Totals>> ADD_TO_SHIFTED =
      new RowsStatement<>(
          """
          INSERT INTO account_shifted_total AS total (tenant, posted_date, effective_date,
              account_code, currency, debit_minor, credit_minor)
          SELECT tenant, posted_date, effective_date, account_code, currency, debit_minor,
                 credit_minor
            FROM given
          ON CONFLICT (tenant, posted_date, effective_date, account_code, currency, layer)
          DO UPDATE
             SET debit_minor  = total.debit_minor  + excluded.debit_minor,
                 credit_minor = total.credit_minor + excluded.credit_minor
          """,
          List.of(
              text("tenant", change -> change.getKey().tenant()),
              date("posted_date", change -> change.getKey().postedOn()),
              date("effective_date", change -> change.getKey().effectiveOn()),
              text("account_code", change -> change.getKey().account().value()),
              text("currency", change -> change.getKey().currency().getCurrencyCode()),
              numeric("debit_minor", change -> change.getValue().debitMinor()),
              numeric("credit_minor", change -> change.getValue().creditMinor())));

  private BalanceTables() {}

  private static RowsStatement<Entry<AccountDay, Totals>> addToDays(String table, String day) {
    return new RowsStatement<>(
        """
        INSERT INTO %1$s AS total
            (tenant, account_code, currency, %2$s, debit_minor, credit_minor)
        SELECT tenant, account_code, currency, %2$s, debit_minor, credit_minor
          FROM given
        ON CONFLICT (tenant, account_code, currency, layer, %2$s) DO UPDATE
           SET debit_minor  = total.debit_minor  + excluded.debit_minor,
               credit_minor = total.credit_minor + excluded.credit_minor
        """
            .formatted(table, day),
        List.of(
            text("tenant", change -> change.getKey().tenant()),
            text("account_code", change -> change.getKey().account().value()),
            text("currency", change -> change.getKey().currency().getCurrencyCode()),
            date(day, change -> change.getKey().day()),
            numeric("debit_minor", change -> change.getValue().debitMinor()),
            numeric("credit_minor", change -> change.getValue().creditMinor())));
  }

  /**
   * Writes what a chunk changes.
   *
   * @param heads the loans that were opened: nothing can be of another
   */
  static void write(JdbcTemplate jdbc, BalanceChanges changes, LoanColumn heads) {
    INSERT_HEADS.execute(jdbc, changes.opened);
    changes.opened.forEach(opened -> heads.put(opened.loan(), opened.loan().value()));
    heads.of(changes.loans.keySet().stream().map(LoanDay::loan).collect(toSet()));
    ADD_TO_LOANS.executeForEach(jdbc, rows(changes.loans), "days of loans");
    ADD_TO_EFFECTIVE.execute(jdbc, rows(changes.byEffect()));
    ADD_TO_POSTED.execute(jdbc, rows(changes.byPosting()));
    ADD_TO_SHIFTED.execute(jdbc, rows(changes.shifted()));
    changes.chart.write(jdbc);
  }

  private static <K, V> List<Entry<K, V>> rows(Map<K, V> changes) {
    return List.copyOf(changes.entrySet());
  }
}
