package io.cascadeledger.api.export;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.Side;
import io.cascadeledger.projections.journal.JournalItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines on one account, with the balance after each, by currency. */
final class AccountTable {

  private final Account account;
  private final Map<String, BigInteger> balances;

  /**
   * A line; or, without entry and line, what was there before.
   *
   * @param balance after it
   */
  record Row(
      @Nullable JournalItem entry,
      JournalItem.@Nullable Line line,
      String currency,
      BigInteger balance) {

    private <T> @Nullable T ofEntry(Function<JournalItem, @Nullable T> part) {
      return entry == null ? null : part.apply(entry);
    }

    private <T> @Nullable T ofLine(Function<JournalItem.Line, @Nullable T> part) {
      return line == null ? null : part.apply(line);
    }

    private @Nullable Long on(Side side) {
      return ofLine(it -> it.side() == side ? it.amount().minorUnits() : null);
    }
  }

  /**
   * The lines on an account.
   *
   * @param before its debits less its credits in front of the first line, by currency
   */
  AccountTable(Account account, Map<String, BigInteger> before) {
    this.account = account;
    this.balances = new TreeMap<>(before);
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.number("position", row -> row.ofEntry(JournalItem::position)),
        Column.text("journal_entry_id", row -> row.ofEntry(JournalItem::entryId)),
        Column.text(
            "event_type",
            row -> row.entry == null ? "opening_balance" : ExportedBooks.word(row.entry.type())),
        Column.date("effective_at", row -> row.ofEntry(JournalItem::effectiveDate)),
        Column.time("posted_at", row -> row.ofEntry(JournalItem::postedAt)),
        Column.text("description", row -> row.ofEntry(JournalItem::description)),
        Column.text("external_ref", row -> row.ofLine(JournalItem.Line::externalRef)),
        Column.text("loan_id", row -> row.ofLine(JournalItem.Line::loanId)),
        Column.text("currency", Row::currency),
        Column.number("dr_minor", row -> row.on(Side.DEBIT)),
        Column.number("cr_minor", row -> row.on(Side.CREDIT)),
        Column.sum("balance_minor", Row::balance));
  }

  /** What was there before the first line. */
  List<Row> before() {
    List<Row> rows = new ArrayList<>();
    balances.forEach(
        (currency, balance) -> rows.add(new Row(null, null, currency, normal(balance))));
    return rows;
  }

  /** The next lines. */
  List<Row> rows(List<JournalItem> entries) {
    List<Row> rows = new ArrayList<>();
    for (JournalItem entry : entries) {
      for (JournalItem.Line line : entry.lines()) {
        String currency = line.amount().currency().getCurrencyCode();
        long minor = line.amount().minorUnits();
        BigInteger change = BigInteger.valueOf(line.side() == Side.DEBIT ? minor : -minor);
        BigInteger balance = balances.merge(currency, change, BigInteger::add);
        rows.add(new Row(entry, line, currency, normal(balance)));
      }
    }
    return rows;
  }

  private BigInteger normal(BigInteger debitLessCredit) {
    return account.normalSide() == Side.DEBIT ? debitLessCredit : debitLessCredit.negate();
  }
}
