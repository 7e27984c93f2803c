package io.cascadeledger.api.statement;

import io.cascadeledger.api.csv.CsvRows;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  private final Statement statement;

  CsvStatement(Statement statement) {
    this.statement = statement;
  }

  @Override
  public byte[] begin() {
    CsvRows rows = new CsvRows().add(COLUMNS);
    return bytes(rows.add(balance("opening_balance", statement.from(), statement.opening())));
  }

  @Override
  public byte[] lines(List<StatementLine> lines) {
    CsvRows rows = new CsvRows();
    lines.forEach(line -> rows.add(row(line)));
    return bytes(rows);
  }

  @Override
  public byte[] end() {
    return bytes(
        new CsvRows().add(balance("closing_balance", statement.to(), statement.closing())));
  }

  private static byte[] bytes(CsvRows rows) {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<Object> balance(String what, LocalDate date, LoanBalance balance) {
    List<Object> row = new ArrayList<>(Arrays.asList(date, null, what, null, null));
    parts(row, balance);
    after(row, balance);
    row.addAll(Arrays.asList(null, null, null, null));
    return row;
  }

  private List<Object> row(StatementLine line) {
    List<Object> row = new ArrayList<>();
    row.add(line.effectiveDate());
    row.add(line.postedAt());
    row.add(StatementLineAnswer.lowerCase(line.type()));
    row.add(line.description());
    row.add(line.externalRef());
    parts(row, line.change());
    after(row, line.balance());
    row.add(line.entryId());
    row.add(line.corrects() == null ? null : line.corrects().entryId());
    row.add(line.causedById());
    row.add(line.reversedByEntryId());
    return row;
  }

  private static void parts(List<Object> row, LoanBalance balance) {
    row.add(balance.principalMinor());
    row.add(balance.interestMinor());
    row.add(balance.feesMinor());
    row.add(balance.penaltiesMinor());
    row.add(balance.suspenseMinor());
  }

  private void after(List<Object> row, LoanBalance balance) {
    row.add(balance.owedMinor());
    row.add(balance.suspenseMinor());
    row.add(statement.currency().getCurrencyCode());
  }
}
