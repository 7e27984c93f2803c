package io.cascadeledger.api.export;

import io.cascadeledger.api.csv.CsvRows;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.Side;
import io.cascadeledger.projections.journal.JournalItem;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Writes the lines on one account, with the balance after each, by currency. */
final class AccountWriter implements JournalWriter {

  private final Account account;
  private final Map<String, BigInteger> balances;

  /**
   * Writes an account.
   *
   * @param before its debits less its credits in front of the first line, by currency
   */
  AccountWriter(Account account, Map<String, BigInteger> before) {
    this.account = account;
    this.balances = new TreeMap<>(before);
  }

  @Override
  public void begin(StringBuilder text) {
    CsvRows rows = new CsvRows();
    rows.add(
        "position",
        "journal_entry_id",
        "event_type",
        "effective_at",
        "posted_at",
        "description",
        "external_ref",
        "loan_id",
        "currency",
        "dr_minor",
        "cr_minor",
        "balance_minor");
    balances.forEach(
        (currency, balance) ->
            rows.add(
                null,
                null,
                "opening_balance",
                null,
                null,
                null,
                null,
                null,
                currency,
                null,
                null,
                normal(balance)));
    text.append(rows);
  }

  @Override
  public void entry(StringBuilder text, JournalItem entry) {
    CsvRows rows = new CsvRows();
    for (JournalItem.Line line : entry.lines()) {
      String currency = line.amount().currency().getCurrencyCode();
      long minor = line.amount().minorUnits();
      boolean debit = line.side() == Side.DEBIT;
      BigInteger balance =
          balances.merge(currency, BigInteger.valueOf(debit ? minor : -minor), BigInteger::add);
      rows.add(
          entry.position(),
          entry.entryId(),
          ExportedBooks.word(entry.type()),
          entry.effectiveDate(),
          entry.postedAt(),
          entry.description(),
          line.externalRef(),
          line.loanId(),
          currency,
          debit ? minor : null,
          debit ? null : minor,
          normal(balance));
    }
    text.append(rows);
  }

  private BigInteger normal(BigInteger debitLessCredit) {
    return account.normalSide() == Side.DEBIT ? debitLessCredit : debitLessCredit.negate();
  }

  @Override
  public void end(StringBuilder text, long entries) {
    // Whoever reads a table counts its lines.
  }
}
