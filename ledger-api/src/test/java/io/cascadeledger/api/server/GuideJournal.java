package io.cascadeledger.api.server;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.ChartOfAccounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The journal of a guide's loan, whose entries are called E1, E2 and so on as they were booked. */
final class GuideJournal {

  private static final String ROW = "%-5s  %-30s  %-10s  %-36s  %9s  %9s";

  private final Tenant lender;
  private final UUID loan;
  private final Map<String, String> names = new LinkedHashMap<>();
  private List<JsonNode> entries = List.of();

  GuideJournal(Tenant lender, UUID loan) {
    this.lender = lender;
    this.loan = loan;
  }

  /** Reads it as it is now; it is empty before the loan is opened. */
  void read() {
    Reply page = lender.get("/v1/loans/" + loan + "/journal-entries?page_size=500");
    if (page.status() == 404) {
      return;
    }
    page.expect(200);
    entries = new ArrayList<>(page.json().path("items").valueStream().toList());
    for (JsonNode entry : entries) {
      names.putIfAbsent(entry.path("journal_entry_id").asString(), "E" + (names.size() + 1));
    }
  }

  /** The entries' names by their identifiers. */
  Map<String, String> names() {
    return names;
  }

  /** All of it, line by line. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(ROW.formatted("entry", "what it books", "counts on", "account", "DR", "CR"));
    for (JsonNode entry : entries) {
      String name = names.get(entry.path("journal_entry_id").asString());
      String what = what(entry) + layer(entry);
      String date = entry.path("effective_at").asString();
      for (JsonNode line : entry.path("lines")) {
        boolean debit = line.path("direction").asString().equals("DR");
        String amount = line.path("amount_minor").asString();
        text.append('\n')
            .append(
                ROW.formatted(
                    name, what, date, account(line), debit ? amount : "", debit ? "" : amount));
        name = "";
        what = "";
        date = "";
      }
    }
    return text.toString()
        .lines()
        .map(String::stripTrailing)
        .reduce("", (one, line) -> one + line + "\n");
  }

  /** The layer of an entry that is not settled, in brackets. */
  private static String layer(JsonNode entry) {
    String layer = entry.at("/lines/0/layer").asString();
    return layer.equals("SETTLED") ? "" : " (%s)".formatted(layer.toLowerCase(Locale.ROOT));
  }

  private String what(JsonNode entry) {
    String type = entry.path("event_type").asString();
    if (entry.has("reverses_entry_id")) {
      return type + " of " + names.get(entry.path("reverses_entry_id").asString());
    }
    if (entry.has("restates_entry_id")) {
      String restated = names.get(entry.path("restates_entry_id").asString());
      // What has caused it may have no entry, as a change of terms.
      String cause = names.get(entry.path("caused_by_entry_id").asString(""));
      return "%s of %s%s".formatted(type, restated, cause == null ? "" : ", by " + cause);
    }
    return type;
  }

  private static String account(JsonNode line) {
    String code = line.path("account_code").asString();
    return code + " " + ChartOfAccounts.find(new AccountCode(code)).orElseThrow().name();
  }
}
