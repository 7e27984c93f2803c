package io.cascadeledger.api.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A trial balance for a person to read. */
final class TrialBalanceTable {

  private static final List<String> HEADINGS =
      List.of("account", "name", "currency", "debit", "credit", "balance");

  /** The first columns are words, the others numbers. */
  private static final int WORDS = 3;

  private final List<List<String>> rows = new ArrayList<>();

  private TrialBalanceTable() {
    rows.add(HEADINGS);
  }

  /** Makes a table of the answer to {@code GET /v1/trial-balance}. */
  static TrialBalanceTable of(JsonNode trialBalance) {
    TrialBalanceTable table = new TrialBalanceTable();
    for (JsonNode line : trialBalance.path("lines")) {
      table.add(
          line,
          "account_code",
          "account_name",
          "currency",
          "dr_balance_minor",
          "cr_balance_minor",
          "normal_balance_minor");
    }
    for (JsonNode total : trialBalance.path("totals")) {
      table.rows.add(List.of());
      table.add(total, "", "", "currency", "dr_total_minor", "cr_total_minor", "difference_minor");
    }
    return table;
  }

  private void add(JsonNode line, String... fields) {
    List<String> row = new ArrayList<>(fields.length);
    for (String field : fields) {
      row.add(field.isEmpty() ? "" : line.path(field).asString(""));
    }
    rows.add(row);
  }

  /** Prints it; amounts are in minor units. */
  void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(width(column) - cell.length());
        line.append("  ").append(column < WORDS ? cell + space : space + cell);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
