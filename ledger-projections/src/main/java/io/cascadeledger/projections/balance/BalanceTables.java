package io.cascadeledger.projections.balance;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.numeric;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.balance.BalanceChanges.AccountDay;
import io.cascadeledger.projections.balance.BalanceChanges.LoanDay;
import io.cascadeledger.projections.balance.BalanceChanges.Totals;
import io.cascadeledger.projections.sql.RowsStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write the balances. */
final class BalanceTables {

  static final List<String> NAMES =
      List.of("account_daily_total", "loan_daily_total", "loan_balance_head");

  private static final RowsStatement<LoanOpened> INSERT_HEADS =
      new RowsStatement<>(
          """
          INSERT INTO loan_balance_head (tenant, loan_id, currency, opened_on, last_activity_at)
          SELECT * FROM unnest(?, ?, ?, ?, ?)
          """,
          List.of(
              text(LoanOpened::tenant),
              uuid(opened -> opened.loan().value()),
              text(opened -> opened.currency().getCurrencyCode()),
              date(LoanOpened::effectiveDate),
              timestamp(LoanOpened::postedAt)));

  private static final RowsStatement<Entry<LoanId, Instant>> UPDATE_HEADS =
      new RowsStatement<>(
          """
          UPDATE loan_balance_head AS head
             SET last_activity_at = greatest(head.last_activity_at, change.posted_at)
            FROM unnest(?, ?, ?) AS change (tenant, loan_id, posted_at)
           WHERE head.tenant = change.tenant AND head.loan_id = change.loan_id
          """,
          List.of(
              text(change -> change.getKey().tenant()),
              uuid(change -> change.getKey().value()),
              timestamp(Entry::getValue)));

  private static final RowsStatement<Entry<LoanDay, LoanBalance>> ADD_TO_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO loan_daily_total AS total (tenant, loan_id, effective_date,
              fees_minor, interest_minor, principal_minor, suspense_minor)
          SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (tenant, loan_id, effective_date) DO UPDATE
             SET fees_minor      = total.fees_minor      + excluded.fees_minor,
                 interest_minor  = total.interest_minor  + excluded.interest_minor,
                 principal_minor = total.principal_minor + excluded.principal_minor,
                 suspense_minor  = total.suspense_minor  + excluded.suspense_minor
          """,
          List.of(
              text(change -> change.getKey().loan().tenant()),
              uuid(change -> change.getKey().loan().value()),
              date(change -> change.getKey().day()),
              bigint(change -> change.getValue().feesMinor()),
              bigint(change -> change.getValue().interestMinor()),
              bigint(change -> change.getValue().principalMinor()),
              bigint(change -> change.getValue().suspenseMinor())));

  private static final RowsStatement<Entry<AccountDay, Totals>> ADD_TO_ACCOUNTS =
      new RowsStatement<>(
          """
          INSERT INTO account_daily_total AS total
              (tenant, account_code, currency, effective_date, debit_minor, credit_minor)
          SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
          ON CONFLICT (tenant, account_code, currency, layer, effective_date) DO UPDATE
             SET debit_minor  = total.debit_minor  + excluded.debit_minor,
                 credit_minor = total.credit_minor + excluded.credit_minor
          """,
          List.of(
              text(change -> change.getKey().tenant()),
              text(change -> change.getKey().account().value()),
              text(change -> change.getKey().currency().getCurrencyCode()),
              date(change -> change.getKey().day()),
              numeric(change -> change.getValue().debitMinor()),
              numeric(change -> change.getValue().creditMinor())));

  private BalanceTables() {}

  static void write(JdbcTemplate jdbc, BalanceChanges changes) {
    INSERT_HEADS.execute(jdbc, changes.opened);
    UPDATE_HEADS.executeForEach(jdbc, rows(changes.lastActivity), "loans with activity");
    ADD_TO_LOANS.execute(jdbc, rows(changes.loans));
    ADD_TO_ACCOUNTS.execute(jdbc, rows(changes.accounts));
  }

  private static <K, V> List<Entry<K, V>> rows(Map<K, V> changes) {
    return List.copyOf(changes.entrySet());
  }
}
