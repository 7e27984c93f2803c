package io.cascadeledger.projections.journal;

import static io.cascadeledger.projections.sql.RowsStatement.bigint;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.timestamp;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.projections.journal.JournalRows.BatchRow;
import io.cascadeledger.projections.journal.JournalRows.EntryRow;
import io.cascadeledger.projections.journal.JournalRows.LineRow;
import io.cascadeledger.projections.journal.JournalRows.Link;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that write the journal. */
final class JournalTables {

  static final List<String> NAMES =
      List.of("journal_loan", "journal_entry", "journal_batch", "journal_line");

  private static final RowsStatement<LoanOpened> INSERT_LOANS =
      new RowsStatement<>(
          """
          INSERT INTO journal_loan (tenant, loan_id, borrower_id)
          SELECT * FROM unnest(?, ?, ?)
          """,
          List.of(
              text(LoanOpened::tenant),
              uuid(opened -> opened.loan().value()),
              uuid(LoanOpened::borrowerId)));

  private static final RowsStatement<EntryRow> INSERT_ENTRIES =
      new RowsStatement<>(
          """
          INSERT INTO journal_entry (tenant, loan_id, borrower_id, entry_id, position, event_type,
              effective_date, posted_at, batch_entry_id, accrual_id, reverses_entry_id,
              description, actor, correlation_id, external_ref)
          SELECT e.tenant, e.loan_id,
                 (SELECT l.borrower_id
                    FROM journal_loan l
                   WHERE l.tenant = e.tenant AND l.loan_id = e.loan_id),
                 e.entry_id, e.position, e.event_type, e.effective_date, e.posted_at,
                 e.batch_entry_id, e.accrual_id, e.reverses_entry_id, e.description, e.actor,
                 e.correlation_id, e.external_ref
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS e (tenant, loan_id, entry_id, position, event_type, effective_date, posted_at,
                    batch_entry_id, accrual_id, reverses_entry_id, description, actor,
                    correlation_id, external_ref)
          """,
          List.of(
              text(row -> row.movement().tenant()),
              uuid(row -> row.movement().loan().value()),
              uuid(row -> row.entry().id()),
              bigint(row -> row.recorded().position()),
              constant(row -> row.entry().type()),
              date(row -> row.entry().effectiveDate()),
              timestamp(row -> row.movement().postedAt()),
              uuid(EntryRow::batchEntryId),
              uuid(EntryRow::accrualId),
              uuid(EntryRow::reversesEntryId),
              text(EntryRow::description),
              text(row -> row.recorded().actor()),
              text(row -> row.recorded().correlationId()),
              text(EntryRow::externalRef)));

  private static final RowsStatement<LineRow> INSERT_LINES =
      new RowsStatement<>(
          """
          INSERT INTO journal_line
              (tenant, entry_id, sequence, account_code, side, amount_minor, currency)
          SELECT * FROM unnest(?, ?, ?::integer[], ?, ?, ?, ?)
          """,
          List.of(
              text(LineRow::tenant),
              uuid(LineRow::entryId),
              bigint(LineRow::sequence),
              text(row -> row.line().account().value()),
              text(row -> row.line().side() == Side.DEBIT ? "D" : "C"),
              bigint(row -> row.line().amount().minorUnits()),
              text(row -> row.line().amount().currency().getCurrencyCode())));

  private static final RowsStatement<BatchRow> INSERT_BATCHES =
      new RowsStatement<>(
          """
          INSERT INTO journal_batch (tenant, entry_id, position, accrual_id, event_type,
              effective_date, posted_at, reverses_entry_id, description, actor, correlation_id)
          SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          List.of(
              text(row -> row.recorded().event().tenant()),
              uuid(BatchRow::entryId),
              bigint(row -> row.recorded().position()),
              uuid(BatchRow::accrualId),
              constant(BatchRow::type),
              date(BatchRow::effectiveDate),
              timestamp(BatchRow::postedAt),
              uuid(BatchRow::reversesEntryId),
              text(BatchRow::description),
              text(row -> row.recorded().actor()),
              text(row -> row.recorded().correlationId())));

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
           SET reversed_by_entry_id = link.reversal_id
          FROM unnest(?, ?, ?) AS link (tenant, entry_id, reversal_id)
         WHERE reversed.tenant = link.tenant
           AND reversed.entry_id = link.entry_id
           AND reversed.reversed_by_entry_id IS NULL
        """
            .formatted(table),
        List.of(text(Link::tenant), uuid(Link::reversedEntryId), uuid(Link::reversalEntryId)));
  }

  /** Writes what a batch adds: loans before their entries, entries before what reverses them. */
  static void write(JdbcTemplate jdbc, JournalRows rows) {
    INSERT_LOANS.execute(jdbc, rows.loans);
    INSERT_ENTRIES.execute(jdbc, rows.entries);
    INSERT_LINES.execute(jdbc, rows.lines);
    INSERT_BATCHES.execute(jdbc, rows.batches);
    LINK_ENTRIES.executeForEach(jdbc, rows.reversedEntries, "reversed entries");
    LINK_BATCHES.executeForEach(jdbc, rows.reversedBatches, "reversed batches");
  }
}
