package io.cascadeledger.projections.journal;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.bool;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.integer;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.projections.journal.ManualEntryRows.Decision;
import io.cascadeledger.projections.journal.ManualEntryRows.Written;
import io.cascadeledger.projections.journal.ManualEntryRows.WrittenLine;
import io.cascadeledger.projections.sql.MetadataJson;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write manual entries. */
final class ManualEntryTables {

  private static final RowsStatement<Written> INSERT =
      new RowsStatement<>(
          """
          INSERT INTO manual_entry (tenant, entry_id, position, status, effective_date, description,
              reference, metadata, author, written_at, layer)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.id().tenant()),
              uuid("entry_id", row -> row.id().value()),
              bigint("position", Written::position),
              constant("status", Written::status),
              date("effective_date", row -> row.entry().effectiveDate()),
              text("description", row -> row.text().description()),
              text("reference", row -> row.text().reference()),
              json("metadata", row -> MetadataJson.write(row.text().metadata())),
              text("author", Written::author),
              timestamp("written_at", Written::at),
              constant("layer", Written::layer)));

  private static final RowsStatement<WrittenLine> INSERT_LINES =
      new RowsStatement<>(
          """
          INSERT INTO manual_entry_line
              (tenant, entry_id, sequence, account_code, side, amount_minor, currency)
          SELECT * FROM given
          """,
          List.of(
              text("tenant", row -> row.id().tenant()),
              uuid("entry_id", row -> row.id().value()),
              integer("sequence", WrittenLine::sequence),
              text("account_code", row -> row.line().account().value()),
              text("side", row -> row.line().side() == Side.DEBIT ? "D" : "C"),
              bigint("amount_minor", row -> row.line().amount().minorUnits()),
              text("currency", row -> row.line().amount().currency().getCurrencyCode())));

  private static final RowsStatement<Decision> DECIDE =
      new RowsStatement<>(
          """
          UPDATE manual_entry AS draft
             SET status = given.status, decided_by = given.decided_by,
                 decided_at = given.decided_at, decision_reason = given.reason
            FROM given
           WHERE draft.tenant = given.tenant AND draft.entry_id = given.entry_id
             AND draft.status = 'draft'
          """,
          List.of(
              text("tenant", row -> row.id().tenant()),
              uuid("entry_id", row -> row.id().value()),
              constant("status", Decision::status),
              text("decided_by", Decision::by),
              timestamp("decided_at", Decision::at),
              text("reason", Decision::reason)));

  private static final RowsStatement<BooksSettingsChanged> SETTLE =
      new RowsStatement<>(
          """
          INSERT INTO books_settings (tenant, four_eyes, period_four_eyes, late_postings)
          SELECT * FROM given
          ON CONFLICT (tenant) DO UPDATE
             SET four_eyes = excluded.four_eyes, period_four_eyes = excluded.period_four_eyes,
                 late_postings = excluded.late_postings
          """,
          List.of(
              text("tenant", BooksSettingsChanged::tenant),
              bool("four_eyes", BooksSettingsChanged::fourEyes),
              bool("period_four_eyes", changed -> changed.periods().fourEyes()),
              constant("late_postings", changed -> changed.periods().latePostings())));

  private ManualEntryTables() {}

  /** Writes what a chunk changes: what was written before what was decided on it. */
  static void write(JdbcTemplate jdbc, ManualEntryRows rows) {
    INSERT.execute(jdbc, rows.written);
    INSERT_LINES.execute(jdbc, rows.lines);
    SETTLE.execute(jdbc, List.copyOf(rows.settings.values()));
    DECIDE.executeForEach(jdbc, rows.decisions, "decided drafts");
  }
}
