package io.cascadeledger.api.export;

import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.journal.JournalItem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the plain-text forms of a journal share. */
final class PlainText {

  private PlainText() {}

  /**
   * What is said of an entry besides its date and lines, by name: lower-case letters, digits and
   * hyphens. The caller's own notes have names that begin with {@code meta-}, so that no tool takes
   * one of them for its own.
   */
  static Map<String, String> tags(JournalItem entry) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("entry", entry.entryId().toString());
    tags.put("position", Long.toString(entry.position()));
    tags.put("posted-at", entry.postedAt().toString());
    JournalItem.Line line = entry.lines().getFirst();
    put(tags, "loan", line.loanId());
    put(tags, "borrower", line.borrowerId());
    put(tags, "reference", line.externalRef());
    put(tags, "batch", entry.batchEntryId());
    put(tags, "reverses", entry.reversesEntryId());
    put(tags, "restates", entry.restatesEntryId());
    put(tags, "caused-by", entry.causedByEntryId());
    put(tags, "actor", entry.actor());
    put(tags, "correlation", entry.correlationId());
    addNotes(tags, entry.metadata());
    return tags;
  }

  private static void put(Map<String, String> tags, String name, Object value) {
    if (value != null) {
      tags.put(name, value.toString());
    }
  }

  private static void addNotes(Map<String, String> tags, Metadata notes) {
    notes
        .entries()
        .forEach(
            (key, value) -> {
              StringBuilder name = new StringBuilder("meta-");
              key.toLowerCase(Locale.ROOT)
                  .chars()
                  .map(c -> isOfName(c) ? c : '-')
                  .forEach(c -> name.append((char) c));
              while (tags.containsKey(name.toString())) {
                name.append("-x");
              }
              tags.put(name.toString(), value);
            });
  }

  private static boolean isOfName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /**
   * Text on one line, without the characters that hledger or ledger would read as something else: a
   * comma ends a tag, a semicolon a description, and what stands in brackets may be a date. They
   * are written as a percent sign and their code, as in a URL.
   */
  static String inline(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == ',' || c == ';' || c == '[' || c == ']' || Character.isISOControl(c)) {
        safe.append("%%%02X".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString().strip();
  }
}
