package io.cascadeledger.projections.journal;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.json;
import static io.cascadeledger.projections.sql.RowsStatement.smallint;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;
import static java.util.stream.Collectors.toSet;

import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.projections.journal.JournalRows.BatchRow;
import io.cascadeledger.projections.journal.JournalRows.EntryRow;
import io.cascadeledger.projections.journal.JournalRows.LineRow;
import io.cascadeledger.projections.journal.JournalRows.Link;
import io.cascadeledger.projections.sql.LoanColumn;
import io.cascadeledger.projections.sql.RowsCopy;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write the journal. */
final class JournalTables {

  static final List<String> NAMES =
      List.of(
          "journal_loan",
          "journal_entry",
          "journal_batch",
          "journal_line",
          "manual_entry",
          "manual_entry_line",
          "books_settings",
          "accounting_period_change",
          "accounting_period_balance");

  private static final RowsStatement<LoanOpened> INSERT_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO journal_loan (tenant, loan_id, borrower_id)
          SELECT tenant, loan_id, borrower_id FROM given
          """,
          List.of(
              text("tenant", LoanOpened::tenant),
              uuid("loan_id", opened -> opened.loan().value()),
              uuid("borrower_id", LoanOpened::borrowerId)));

  /** An entry, and who owes its loan; null if it has none. */
  private record OwedEntry(EntryRow entry, UUID borrowerId) {

    private static List<OwedEntry> of(List<EntryRow> entries, LoanColumn borrowers) {
      Set<LoanId> loans =
          entries.stream().map(EntryRow::loan).filter(Objects::nonNull).collect(toSet());
      Map<LoanId, UUID> known = borrowers.of(loans);
      return entries.stream().map(row -> new OwedEntry(row, known.get(row.loan()))).toList();
    }
  }

  private static final RowsCopy<OwedEntry> INSERT_ENTRIES =
      new RowsCopy<>(
          "journal_entry",
          List.of(
              text("tenant", row -> row.entry().booked().tenant()),
              uuid("loan_id", row -> row.entry().loanId()),
              uuid("borrower_id", OwedEntry::borrowerId),
              uuid("entry_id", row -> row.entry().entry().id()),
              bigint("position", row -> row.entry().recorded().position()),
              constant("event_type", row -> row.entry().entry().type()),
              date("effective_date", row -> row.entry().recorded().bookedOn()),
              date("value_date", row -> row.entry().valueDate()),
              timestamp("posted_at", row -> row.entry().booked().postedAt()),
              uuid("batch_entry_id", row -> row.entry().batchEntryId()),
              uuid("accrual_id", row -> row.entry().accrualId()),
              uuid("reverses_entry_id", row -> row.entry().correction().reversesEntryId()),
              uuid("restates_entry_id", row -> row.entry().correction().restatesEntryId()),
              uuid("caused_by_entry_id", row -> row.entry().correction().causedByEntryId()),
              text("description", row -> row.entry().description()),
              text("actor", row -> row.entry().recorded().actor()),
              text("correlation_id", row -> row.entry().recorded().correlationId()),
              text("external_ref", row -> row.entry().externalRef()),
              json("metadata", row -> row.entry().metadata()),
              text("debtor_stream", row -> row.entry().debtorStream())));

  private static final RowsCopy<LineRow> INSERT_LINES =
      new RowsCopy<>(
          "journal_line",
          List.of(
              bigint("position", LineRow::position),
              smallint("sequence", LineRow::sequence),
              text("account_code", row -> row.line().account().value()),
              text("side", row -> row.line().side() == Side.DEBIT ? "D" : "C"),
              bigint("amount_minor", row -> row.line().amount().minorUnits()),
              text("currency", row -> row.line().amount().currency().getCurrencyCode())));

  private static final RowsStatement<BatchRow> INSERT_BATCHES =
      new RowsStatement<>(
          """
          INSERT INTO journal_batch (tenant, entry_id, position, accrual_id, event_type,
              effective_date, value_date, posted_at, reverses_entry_id, description, actor,
              correlation_id)
          SELECT tenant, entry_id, position, accrual_id, event_type, effective_date, value_date,
                 posted_at, reverses_entry_id, description, actor, correlation_id
            FROM given
          """,
          List.of(
              text("tenant", row -> row.recorded().event().tenant()),
              uuid("entry_id", BatchRow::entryId),
              bigint("position", row -> row.recorded().position()),
              uuid("accrual_id", BatchRow::accrualId),
              constant("event_type", BatchRow::type),
              date("effective_date", row -> row.recorded().bookedOn()),
              date("value_date", BatchRow::valueDate),
              timestamp("posted_at", BatchRow::postedAt),
              uuid("reverses_entry_id", BatchRow::reversesEntryId),
              text("description", BatchRow::description),
              text("actor", row -> row.recorded().actor()),
              text("correlation_id", row -> row.recorded().correlationId())));

  private static final RowsStatement<Link> LINK_ENTRIES = linkStatement("journal_entry");
  private static final RowsStatement<Link> LINK_BATCHES = linkStatement("journal_batch");

  private JournalTables() {}

  /**
   * An entry is linked once: a second reversal of it finds nothing to write, which is a failure.
   */
  private static RowsStatement<Link> linkStatement(String table) {
    return new RowsStatement<>(
        """
        UPDATE %s AS reversed
           SET reversed_by_entry_id = given.reversal_id
          FROM given
         WHERE reversed.tenant = given.tenant
           AND reversed.entry_id = given.entry_id
           AND reversed.reversed_by_entry_id IS NULL
        """
            .formatted(table),
        List.of(
            text("tenant", Link::tenant),
            uuid("entry_id", Link::reversedEntryId),
            uuid("reversal_id", Link::reversalEntryId)));
  }

  /**
   * Writes what a chunk adds: loans before their entries, entries before what reverses them.
   *
   * @param borrowers who owes each loan
   */
  static void write(JdbcTemplate jdbc, JournalRows rows, LoanColumn borrowers) {
    INSERT_LOANS.execute(jdbc, rows.loans);
    rows.loans.forEach(opened -> borrowers.put(opened.loan(), opened.borrowerId()));
    INSERT_ENTRIES.execute(jdbc, OwedEntry.of(rows.entries, borrowers));
    INSERT_LINES.execute(jdbc, rows.lines);
    INSERT_BATCHES.execute(jdbc, rows.batches);
    ManualEntryTables.write(jdbc, rows.manual);
    PeriodTables.write(jdbc, rows.periods);
    LINK_ENTRIES.executeForEach(jdbc, rows.reversedEntries, "reversed entries");
    LINK_BATCHES.executeForEach(jdbc, rows.reversedBatches, "reversed batches");
  }
}
