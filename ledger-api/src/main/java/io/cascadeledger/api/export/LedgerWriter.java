package io.cascadeledger.api.export;

import io.cascadeledger.journal.Account;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.journal.JournalItem;
import java.util.Currency;

/** Writes what hledger and ledger read; they differ in how accounts and currencies are declared. */
final class LedgerWriter implements JournalWriter {

  private final ExportedBooks books;
  private final boolean hledger;

  private LedgerWriter(ExportedBooks books, boolean hledger) {
    this.books = books;
    this.hledger = hledger;
  }

  static LedgerWriter ofHledger(ExportedBooks books) {
    return new LedgerWriter(books, true);
  }

  static LedgerWriter ofLedger(ExportedBooks books) {
    return new LedgerWriter(books, false);
  }

  @Override
  public void begin(StringBuilder text) {
    text.append("; The journal of ").append(books.tenant()).append(" up to position ");
    text.append(books.upTo()).append(", in the order in which it was posted.\n");
    text.append("; Whole only if the last line says how many entries there are.\n");
    if (hledger) {
      text.append("decimal-mark .\n");
    }
    text.append('\n');
    books.currencies().forEach(currency -> currency(text, currency));
    text.append('\n');
    books.chart().accounts().forEach(account -> account(text, account));
    text.append('\n');
  }

  private void currency(StringBuilder text, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (hledger) {
      // Its decimal mark must be there, whether or not digits follow.
      text.append("commodity 1000.").append("0".repeat(digits)).append(' ').append(currency);
    } else {
      text.append("commodity ").append(currency);
      text.append("\n    format 1000").append(digits == 0 ? "" : ".").append("0".repeat(digits));
      text.append(' ').append(currency);
    }
    text.append('\n');
  }

  private void account(StringBuilder text, Account account) {
    String name = PlainText.inline(account.name());
    text.append("account ").append(books.accountName(account.code()));
    if (hledger) {
      text.append("  ; code: ").append(account.code()).append(", name: ").append(name);
    } else {
      text.append("\n    note ").append(account.code()).append(' ').append(name);
    }
    text.append('\n');
  }

  @Override
  public void entry(StringBuilder text, JournalItem entry) {
    text.append(entry.effectiveDate()).append(" * (").append(entry.position()).append(") ");
    text.append(ExportedBooks.word(entry.type()));
    if (entry.description() != null) {
      text.append(" | ").append(PlainText.inline(entry.description()));
    }
    text.append('\n');
    PlainText.tags(entry)
        .forEach(
            (name, value) ->
                text.append("    ; ")
                    .append(name)
                    .append(": ")
                    .append(PlainText.inline(value))
                    .append('\n'));
    for (JournalItem.Line line : entry.lines()) {
      Money amount = line.amount();
      text.append("    ").append(books.accountName(line.account())).append("  ");
      text.append(Amounts.signed(line)).append(' ').append(amount.currency()).append('\n');
    }
    text.append('\n');
  }

  @Override
  public void end(StringBuilder text, long entries) {
    text.append("; ").append(entries).append(" entries\n");
  }
}
