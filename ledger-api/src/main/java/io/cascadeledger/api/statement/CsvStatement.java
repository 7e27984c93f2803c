package io.cascadeledger.api.statement;

import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A statement as comma-separated values, for spreadsheets: the balance at the beginning, the lines,
 * and the balance at the end, which each column of parts sums up to.
 */
final class CsvStatement implements StatementText {

  private static final List<String> COLUMNS =
      List.of(
          "effective_at",
          "posted_at",
          "event_type",
          "description",
          "external_ref",
          "principal_minor",
          "interest_minor",
          "fees_minor",
          "penalties_minor",
          "suspense_minor",
          "balance_owed_minor",
          "balance_suspense_minor",
          "currency",
          "journal_entry_id",
          "corrects_entry_id",
          "caused_by_entry_id",
          "reversed_by_entry_id");

  private static final ObjectWriter CSV =
      CsvMapper.builder()
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .build()
          .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  /** What makes a spreadsheet read text as a formula, if it comes first. */
  private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

  private final Statement statement;

  CsvStatement(Statement statement) {
    this.statement = statement;
  }

  @Override
  public byte[] begin() {
    return written(
        List.of(COLUMNS, balance("opening_balance", statement.from(), statement.opening())));
  }

  @Override
  public byte[] lines(List<StatementLine> lines) {
    return written(lines.stream().map(this::row).toList());
  }

  @Override
  public byte[] end() {
    return written(List.of(balance("closing_balance", statement.to(), statement.closing())));
  }

  private static byte[] written(List<List<String>> rows) {
    return CSV.writeValueAsBytes(rows);
  }

  private List<String> balance(String what, LocalDate date, LoanBalance balance) {
    List<String> row = new ArrayList<>(List.of(date.toString(), "", what, "", ""));
    parts(row, balance);
    after(row, balance);
    row.addAll(List.of("", "", "", ""));
    return row;
  }

  private List<String> row(StatementLine line) {
    List<String> row = new ArrayList<>();
    row.add(line.effectiveDate().toString());
    row.add(line.postedAt().toString());
    row.add(StatementLineAnswer.lowerCase(line.type()));
    row.add(harmless(line.description()));
    row.add(harmless(line.externalRef()));
    parts(row, line.change());
    after(row, line.balance());
    row.add(line.entryId().toString());
    row.add(line.corrects() == null ? "" : line.corrects().entryId().toString());
    row.add(text(line.causedById()));
    row.add(text(line.reversedByEntryId()));
    return row;
  }

  private static void parts(List<String> row, LoanBalance balance) {
    row.add(Long.toString(balance.principalMinor()));
    row.add(Long.toString(balance.interestMinor()));
    row.add(Long.toString(balance.feesMinor()));
    row.add(Long.toString(balance.penaltiesMinor()));
    row.add(Long.toString(balance.suspenseMinor()));
  }

  private void after(List<String> row, LoanBalance balance) {
    row.add(Long.toString(balance.owedMinor()));
    row.add(Long.toString(balance.suspenseMinor()));
    row.add(statement.currency().getCurrencyCode());
  }

  private static String text(UUID id) {
    return Objects.toString(id, "");
  }

  /** Text that others have written stays text: an apostrophe before it says so to spreadsheets. */
  private static String harmless(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
