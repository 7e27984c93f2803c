package io.cascadeledger.api.export;

import io.cascadeledger.api.csv.CsvRows;
import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.journal.Side;
import io.cascadeledger.projections.journal.JournalItem;

/** Writes a line for each line of an entry. */
final class CsvJournalWriter implements JournalWriter {

  private final ExportedBooks books;

  CsvJournalWriter(ExportedBooks books) {
    this.books = books;
  }

  @Override
  public void begin(StringBuilder text) {
    text.append(
        new CsvRows()
            .add(
                "position",
                "journal_entry_id",
                "event_type",
                "effective_at",
                "posted_at",
                "sequence",
                "account_code",
                "account_name",
                "direction",
                "amount_minor",
                "currency",
                "loan_id",
                "borrower_id",
                "external_ref",
                "description",
                "batch_entry_id",
                "reverses_entry_id",
                "restates_entry_id",
                "caused_by_entry_id",
                "actor",
                "correlation_id",
                "metadata"));
  }

  @Override
  public void entry(StringBuilder text, JournalItem entry) {
    CsvRows rows = new CsvRows();
    String metadata =
        entry.metadata().entries().isEmpty()
            ? null
            : ApiJson.MAPPER.writeValueAsString(entry.metadata());
    for (JournalItem.Line line : entry.lines()) {
      rows.add(
          entry.position(),
          entry.entryId(),
          ExportedBooks.word(entry.type()),
          entry.effectiveDate(),
          entry.postedAt(),
          line.sequence(),
          line.account(),
          books.chart().find(line.account()).orElseThrow().name(),
          line.side() == Side.DEBIT ? "DR" : "CR",
          line.amount().minorUnits(),
          line.amount().currency(),
          line.loanId(),
          line.borrowerId(),
          line.externalRef(),
          entry.description(),
          entry.batchEntryId(),
          entry.reversesEntryId(),
          entry.restatesEntryId(),
          entry.causedByEntryId(),
          entry.actor(),
          entry.correlationId(),
          metadata);
    }
    text.append(rows);
  }

  @Override
  public void end(StringBuilder text, long entries) {
    // Whoever reads a table counts its lines.
  }
}
