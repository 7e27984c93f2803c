package io.cascadeledger.projections.bank;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.bank.BankStatementId;
import io.cascadeledger.bank.BankStatementImported;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write what banks say. */
public final class BankTables {

  /** The tables that they write. */
  public static final List<String> NAMES = List.of("bank_statement", "bank_line");

  private record StatementRow(long position, BankStatementImported imported) {}

  private record LineRow(BankStatementId statement, int sequence, StatementLine line) {}

  private static final RowsStatement<StatementRow> INSERT_STATEMENTS =
      new RowsStatement<>(
          """
          INSERT INTO bank_statement (tenant, statement_id, position, bank_account_ref,
              statement_ref, currency, from_date, to_date, opening_minor, closing_minor,
              imported_at)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.imported().tenant()),
              uuid("statement_id", row -> row.imported().statement().value()),
              bigint("position", StatementRow::position),
              text("bank_account_ref", row -> row.imported().content().bankAccountRef()),
              text("statement_ref", row -> row.imported().content().statementRef()),
              text("currency", row -> row.imported().content().currency().getCurrencyCode()),
              date("from_date", row -> row.imported().content().from()),
              date("to_date", row -> row.imported().content().to()),
              bigint("opening_minor", row -> row.imported().content().openingMinor()),
              bigint("closing_minor", row -> row.imported().content().closingMinor()),
              timestamp("imported_at", row -> row.imported().postedAt())));

  private static final RowsStatement<LineRow> INSERT_LINES =
      new RowsStatement<>(
          """
          INSERT INTO bank_line (tenant, statement_id, sequence, booked_on, value_date,
              amount_minor, reference, bank_reference)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.statement().tenant()),
              uuid("statement_id", row -> row.statement().value()),
              integer("sequence", LineRow::sequence),
              date("booked_on", row -> row.line().bookedOn()),
              date("value_date", row -> row.line().valueDate()),
              bigint("amount_minor", row -> row.line().amountMinor()),
              text("reference", row -> row.line().reference()),
              text("bank_reference", row -> row.line().bankReference())));

  private BankTables() {}

  /** Writes the statements among some events. */
  public static void write(JdbcTemplate jdbc, List<RecordedEvent> events) {
    List<StatementRow> statements = new ArrayList<>();
    List<LineRow> lines = new ArrayList<>();
    for (RecordedEvent recorded : events) {
      if (recorded.event() instanceof BankStatementImported imported) {
        statements.add(new StatementRow(recorded.position(), imported));
        int sequence = 1;
        for (StatementLine line : imported.content().lines()) {
          lines.add(new LineRow(imported.statement(), sequence++, line));
        }
      }
    }
    INSERT_STATEMENTS.execute(jdbc, statements);
    INSERT_LINES.execute(jdbc, lines);
  }
}
