package io.cascadeledger.journal.manual;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.journal.manual.PostManualEntry.GivenLine;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigInteger;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a manual entry must be. */
final class ManualLines {

  private ManualLines() {}

  /**
   * Lines out of what was given.
   *
   * @throws Refused if they are too few or too many, an amount is out of range, or debits and
   *     credits differ in a currency
   */
  static Lines of(List<GivenLine> given) {
    given.forEach(line -> requireAmount(line.amount()));
    if (given.size() < 2 || given.size() > Limits.LINES_PER_ENTRY) {
      throw new Refused(
          RefusalCode.LINE_COUNT_OUT_OF_RANGE,
          "The entry has %d lines; it can have 2 to %d."
              .formatted(given.size(), Limits.LINES_PER_ENTRY));
    }
    requireBalanced(given);
    return new Lines(
        given.stream().map(line -> new Line(line.account(), line.side(), line.amount())).toList());
  }

  private static void requireBalanced(List<GivenLine> given) {
    Map<Currency, BigInteger> differences = new LinkedHashMap<>();
    for (GivenLine line : given) {
      differences.merge(line.amount().currency(), debitMinusCredit(line), BigInteger::add);
    }
    differences.forEach(
        (currency, difference) -> {
          if (difference.signum() != 0) {
            throw new Refused(
                RefusalCode.ENTRY_NOT_BALANCED,
                "In %s, %s exceed %s by %s."
                    .formatted(
                        currency,
                        difference.signum() > 0 ? "debits" : "credits",
                        difference.signum() > 0 ? "credits" : "debits",
                        difference.abs()));
          }
        });
  }

  private static BigInteger debitMinusCredit(GivenLine line) {
    BigInteger minor = BigInteger.valueOf(line.amount().minorUnits());
    return line.side() == Side.DEBIT ? minor : minor.negate();
  }

  /**
   * Requires that each line is on an account that takes it.
   *
   * @throws Refused if an account is missing or closed, sums up loans, or takes no such currency
   */
  static void requireAccounts(Lines lines, Chart chart) {
    for (Line line : lines.list()) {
      if (chart.find(line.account()).isEmpty()) {
        throw new Refused(
            RefusalCode.ACCOUNT_NOT_FOUND, "The chart has no account " + line.account() + ".");
      }
    }
    List<Account> accounts =
        lines.list().stream().map(line -> chart.find(line.account()).orElseThrow()).toList();
    for (Account account : accounts) {
      if (!account.open()) {
        throw new Refused(
            RefusalCode.ACCOUNT_CLOSED, "The account %s is closed.".formatted(account.code()));
      }
    }
    for (int index = 0; index < accounts.size(); index++) {
      requireRules(accounts.get(index), lines.list().get(index).amount());
    }
  }

  private static void requireRules(Account account, Money amount) {
    if (account.control()) {
      throw new Refused(
          RefusalCode.ACCOUNT_IS_CONTROL,
          "The account %s, %s, sums up what loans stand at: only movements of loans book to it."
              .formatted(account.code(), account.name()));
    }
    if (!account.definition().takes(amount.currency())) {
      throw new Refused(
          RefusalCode.ACCOUNT_CURRENCY_MISMATCH,
          "The account %s takes %s, not %s."
              .formatted(account.code(), account.definition().currencies(), amount.currency()));
    }
  }
}
