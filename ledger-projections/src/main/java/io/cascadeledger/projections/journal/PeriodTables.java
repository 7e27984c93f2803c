package io.cascadeledger.projections.journal;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.numeric;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;

import io.cascadeledger.projections.journal.PeriodRows.Balance;
import io.cascadeledger.projections.journal.PeriodRows.Change;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write closings and re-openings. */
final class PeriodTables {

  private static final RowsStatement<Change> INSERT =
      new RowsStatement<>(
          """
          INSERT INTO accounting_period_change (tenant, position, kind, closing, first_day, last_day,
              actor, approved_by, reason, approval_reason, sha256, verifier, note, recorded_at)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              bigint("position", Change::position),
              constant("kind", Change::kind),
              integer("closing", Change::closing),
              date("first_day", Change::firstDay),
              date("last_day", row -> row.event().lastDay()),
              text("actor", Change::actor),
              text("approved_by", Change::approvedBy),
              text("reason", Change::reason),
              text("approval_reason", Change::approvalReason),
              text("sha256", Change::sha256),
              text("verifier", Change::verifier),
              text("note", Change::note),
              timestamp("recorded_at", row -> row.event().postedAt())));

  private static final RowsStatement<Balance> INSERT_BALANCES =
      new RowsStatement<>(
          """
          INSERT INTO accounting_period_balance
              (tenant, closing, account_code, currency, debit_minor, credit_minor)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.event().tenant()),
              integer("closing", row -> row.event().closing()),
              text("account_code", row -> row.total().account().value()),
              text("currency", row -> row.total().currency().getCurrencyCode()),
              numeric("debit_minor", row -> row.total().debitMinor()),
              numeric("credit_minor", row -> row.total().creditMinor())));

  private PeriodTables() {}

  static void write(JdbcTemplate jdbc, PeriodRows rows) {
    INSERT.execute(jdbc, rows.changes);
    INSERT_BALANCES.execute(jdbc, rows.balances);
  }
}
