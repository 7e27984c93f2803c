package io.cascadeledger.api.export;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.journal.Side;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.journal.JournalItem;
import java.util.List;

/** The journal as a table, with a row for each line of an entry. */
final class JournalTable {

  private JournalTable() {}

  /** A line with its entry. */
  record Row(JournalItem entry, JournalItem.Line line) {}

  static List<Column<Row>> columns(ExportedBooks books) {
    return List.of(
        Column.number("position", row -> row.entry.position()),
        Column.text("journal_entry_id", row -> row.entry.entryId()),
        Column.text("event_type", row -> ExportedBooks.word(row.entry.type())),
        Column.date("effective_at", row -> row.entry.effectiveDate()),
        Column.time("posted_at", row -> row.entry.postedAt()),
        Column.integer("sequence", row -> row.line.sequence()),
        Column.text("account_code", row -> row.line.account()),
        Column.text(
            "account_name", row -> books.chart().find(row.line.account()).orElseThrow().name()),
        Column.text("direction", row -> row.line.side() == Side.DEBIT ? "DR" : "CR"),
        Column.number("amount_minor", row -> row.line.amount().minorUnits()),
        Column.text("currency", row -> row.line.amount().currency()),
        Column.text("loan_id", row -> row.line.loanId()),
        Column.text("borrower_id", row -> row.line.borrowerId()),
        Column.text("external_ref", row -> row.line.externalRef()),
        Column.text("description", row -> row.entry.description()),
        Column.text("batch_entry_id", row -> row.entry.batchEntryId()),
        Column.text("reverses_entry_id", row -> row.entry.reversesEntryId()),
        Column.text("restates_entry_id", row -> row.entry.restatesEntryId()),
        Column.text("caused_by_entry_id", row -> row.entry.causedByEntryId()),
        Column.text("actor", row -> row.entry.actor()),
        Column.text("correlation_id", row -> row.entry.correlationId()),
        Column.text("metadata", row -> json(row.entry.metadata())));
  }

  static List<Row> rows(List<JournalItem> entries) {
    return entries.stream()
        .flatMap(entry -> entry.lines().stream().map(line -> new Row(entry, line)))
        .toList();
  }

  /** Notes as JSON; null if there are none. */
  static String json(Metadata metadata) {
    return metadata.entries().isEmpty() ? null : ApiJson.MAPPER.writeValueAsString(metadata);
  }
}
