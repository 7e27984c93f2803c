package io.cascadeledger.journal;

import static io.cascadeledger.journal.Side.CREDIT;
import static io.cascadeledger.journal.Side.DEBIT;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a journal entry. Its constructor is the one place where double entry is checked: at
 * least two lines, and debits equal credits in each currency.
 *
 * @param list the lines in their order
 */
public record Lines(List<Line> list) {

  public Lines {
    list = List.copyOf(list);
    if (list.size() < 2 || list.size() > Limits.LINES_PER_ENTRY) {
      throw new IllegalArgumentException(
          "a journal entry has 2 to %d lines, not %d"
              .formatted(Limits.LINES_PER_ENTRY, list.size()));
    }
    requireBalanced(list);
  }

  private static void requireBalanced(List<Line> lines) {
    Map<Currency, Long> differences = HashMap.newHashMap(1);
    for (Line line : lines) {
      differences.merge(line.amount().currency(), line.debitMinusCredit(), Math::addExact);
    }
    differences.forEach(
        (currency, difference) -> {
          if (difference != 0) {
            throw new IllegalArgumentException(
                "debits exceed credits by %d %s".formatted(difference, currency));
          }
        });
  }

  /** Starts a list of lines. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same lines on their other sides, in the same order: what a reversal books. */
  public Lines mirrored() {
    return new Lines(list.stream().map(Line::mirrored).toList());
  }

  /**
   * What must be added to other lines for each account to stand as after these: per account and
   * currency the difference, in the order in which these and then the others name them.
   *
   * @param others the lines to start from
   * @return the difference, or empty if there is none
   */
  public Optional<Lines> minus(Lines others) {
    Map<AccountCode, Map<Currency, Long>> differences = new LinkedHashMap<>();
    list.forEach(line -> add(differences, line, line.debitMinusCredit()));
    others.list.forEach(line -> add(differences, line, -line.debitMinusCredit()));
    Builder builder = builder();
    differences.forEach(
        (account, amounts) ->
            amounts.forEach((currency, minor) -> builder.add(account, new Money(minor, currency))));
    return builder.lines.isEmpty() ? Optional.empty() : Optional.of(builder.build());
  }

  private static void add(
      Map<AccountCode, Map<Currency, Long>> sums, Line line, long debitMinusCredit) {
    sums.computeIfAbsent(line.account(), _ -> new LinkedHashMap<>())
        .merge(line.amount().currency(), debitMinusCredit, Math::addExact);
  }

  /**
   * The sum of an account's debits less its credits, in minor units. Meaningful where all lines are
   * of one currency, as a loan's are.
   *
   * @param account the account
   * @return debits less credits
   */
  public long debitMinusCredit(AccountCode account) {
    long sum = 0;
    for (Line line : list) {
      if (line.account().equals(account)) {
        sum = Math.addExact(sum, line.debitMinusCredit());
      }
    }
    return sum;
  }

  /** Collects lines; amounts of zero are left out, so a posting rule need not ask. */
  public static final class Builder {

    private final List<Line> lines = new ArrayList<>(5);

    private Builder() {}

    /**
     * Adds a debit, unless the amount is zero.
     *
     * @return this builder
     */
    public Builder debit(AccountCode account, Money amount) {
      return add(account, DEBIT, amount);
    }

    /**
     * Adds a credit, unless the amount is zero.
     *
     * @return this builder
     */
    public Builder credit(AccountCode account, Money amount) {
      return add(account, CREDIT, amount);
    }

    /**
     * Adds a debit for a positive amount, a credit for a negative one.
     *
     * @return this builder
     */
    public Builder add(AccountCode account, Money debitMinusCredit) {
      return debitMinusCredit.minorUnits() >= 0
          ? debit(account, debitMinusCredit)
          : credit(
              account,
              new Money(
                  Math.negateExact(debitMinusCredit.minorUnits()), debitMinusCredit.currency()));
    }

    /** A balance may be larger than one line may be: it takes as many as it needs. */
    private Builder add(AccountCode account, Side side, Money amount) {
      long rest = amount.minorUnits();
      while (rest > Limits.AMOUNT_MINOR) {
        lines.add(new Line(account, side, new Money(Limits.AMOUNT_MINOR, amount.currency())));
        rest -= Limits.AMOUNT_MINOR;
      }
      if (rest != 0) {
        lines.add(new Line(account, side, new Money(rest, amount.currency())));
      }
      return this;
    }

    /**
     * The lines collected.
     *
     * @throws IllegalArgumentException if they do not balance
     */
    public Lines build() {
      return new Lines(lines);
    }
  }
}
