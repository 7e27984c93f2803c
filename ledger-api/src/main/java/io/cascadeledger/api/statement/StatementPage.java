package io.cascadeledger.api.statement;

import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementTotals;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a statement shows besides its lines.
 *
 * @param lender whose books it is taken from
 * @param loan the loan
 * @param borrower who owes it
 * @param currency the currency of all amounts
 * @param from the first day
 * @param to the last day
 * @param knownAt when it was known; null for when it was prepared
 * @param preparedAt when it was made
 * @param period what happened, from the balance at the beginning to that at the end
 * @param parts what is owed at the end, part by part
 * @param opening the balance that the first line starts from
 * @param closing the balance that the last line leads to
 * @param empty whether there are no lines
 */
record StatementPage(
    String lender,
    String loan,
    String borrower,
    String currency,
    String from,
    String to,
    String knownAt,
    String preparedAt,
    List<Row> period,
    List<Row> parts,
    Carried opening,
    Carried closing,
    boolean empty) {

  /** A name and an amount. */
  record Row(String name, String amount) {}

  /** A balance between pages, column by column. */
  record Carried(
      String principal, String interest, String charges, String unapplied, String owed) {}

  static StatementPage of(Statement statement, Instant preparedAt, MoneyText money) {
    return new StatementPage(
        statement.loan().tenant(),
        statement.loan().value().toString(),
        statement.borrowerId().toString(),
        statement.currency().getCurrencyCode(),
        statement.from().toString(),
        statement.to().toString(),
        statement.knownAt() == null ? null : moment(statement.knownAt()),
        moment(preparedAt),
        period(statement, money),
        parts(statement.closing(), money),
        carried(statement.opening(), money),
        carried(statement.closing(), money),
        statement.lineCount() == 0);
  }

  private static String moment(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ')
        .replace("Z", " UTC");
  }

  private static List<Row> period(Statement statement, MoneyText money) {
    StatementTotals totals = statement.totals();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Opening balance", money.of(net(statement.opening()))));
    add(rows, "Disbursed", totals.disbursedMinor(), money);
    add(rows, "Interest", totals.interestMinor(), money);
    add(rows, "Fees", totals.feesMinor(), money);
    add(rows, "Penalties", totals.penaltiesMinor(), money);
    add(rows, "Paid", totals.paidMinor().negate(), money);
    add(rows, "Waived", totals.waivedMinor().negate(), money);
    add(rows, "Other", totals.otherMinor(), money);
    rows.add(new Row("Closing balance", money.of(net(statement.closing()))));
    return rows;
  }

  private static long net(LoanBalance balance) {
    return Math.subtractExact(balance.owedMinor(), balance.suspenseMinor());
  }

  private static void add(List<Row> rows, String name, BigInteger minor, MoneyText money) {
    if (minor.signum() != 0) {
      rows.add(new Row(name, money.of(minor)));
    }
  }

  private static List<Row> parts(LoanBalance closing, MoneyText money) {
    return List.of(
        new Row("Principal", money.of(closing.principalMinor())),
        new Row("Interest", money.of(closing.interestMinor())),
        new Row("Fees", money.of(closing.feesMinor())),
        new Row("Penalties", money.of(closing.penaltiesMinor())),
        new Row("Owed", money.of(closing.owedMinor())),
        new Row("Unapplied", money.of(closing.suspenseMinor())));
  }

  private static Carried carried(LoanBalance balance, MoneyText money) {
    return new Carried(
        money.of(balance.principalMinor()),
        money.of(balance.interestMinor()),
        money.of(Math.addExact(balance.feesMinor(), balance.penaltiesMinor())),
        money.of(balance.suspenseMinor()),
        money.of(balance.owedMinor()));
  }
}
