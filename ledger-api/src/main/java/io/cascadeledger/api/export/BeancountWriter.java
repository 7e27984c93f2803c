package io.cascadeledger.api.export;

import io.cascadeledger.journal.Account;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.projections.journal.JournalItem;

/** Writes what beancount reads. */
final class BeancountWriter implements JournalWriter {

  private final ExportedBooks books;

  BeancountWriter(ExportedBooks books) {
    this.books = books;
  }

  @Override
  public void begin(StringBuilder text) {
    text.append("; The journal of ").append(books.tenant()).append(" up to position ");
    text.append(books.upTo()).append(", in the order in which it was posted.\n");
    text.append("; Whole only if the last line says how many entries there are.\n");
    text.append("option \"title\" ").append(quoted(books.tenant())).append("\n\n");
    books.currencies().forEach(it -> text.append(opening("commodity")).append(it).append('\n'));
    text.append('\n');
    for (Account account : books.chart().accounts()) {
      text.append(opening("open")).append(books.accountName(account.code())).append('\n');
      text.append("  code: ").append(quoted(account.code().value())).append('\n');
      text.append("  name: ").append(quoted(account.name())).append('\n');
    }
    text.append('\n');
  }

  private static String opening(String directive) {
    return Limits.EARLIEST_EFFECTIVE_DATE + " " + directive + " ";
  }

  @Override
  public void entry(StringBuilder text, JournalItem entry) {
    String description = entry.description() == null ? "" : entry.description();
    text.append(entry.effectiveDate()).append(" * ");
    text.append(quoted(ExportedBooks.word(entry.type()))).append(' ').append(quoted(description));
    text.append('\n');
    PlainText.tags(entry)
        .forEach(
            (name, value) ->
                text.append("  ").append(name).append(": ").append(quoted(value)).append('\n'));
    for (JournalItem.Line line : entry.lines()) {
      text.append("  ").append(books.accountName(line.account())).append("  ");
      text.append(Amounts.signed(line)).append(' ').append(line.amount().currency()).append('\n');
    }
    text.append('\n');
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(Character.isISOControl(c) ? ' ' : c);
    }
    return quoted.append('"').toString();
  }

  @Override
  public void end(StringBuilder text, long entries) {
    text.append("; ").append(entries).append(" entries\n");
  }
}
