package io.cascadeledger.loan.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * An amount in parts of a minor unit, exactly.
 *
 * @param amount how many parts
 * @param parts how many of them are a minor unit
 */
record Earned(BigDecimal amount, long parts) {

  /**
   * What a schedule has earned through a day. Cumulative interest is a line from one due date to
   * the next, each day of a period the same; on a due date it is the interest of all instalments
   * due by then. It sets out from what was earned when the schedule came into force, and so meets
   * the schedule on the next due date, whatever the schedule before it was. It never falls.
   *
   * <p>Where the first instalments have no interest, because it is due later, it is earned from the
   * start all the same, and evenly until the first instalment that has any.
   *
   * @param schedule the schedule
   * @param since the day from which the schedule is in force
   * @param settled what was earned before that day, in minor units and parts of them
   * @param date the day, which itself does not count, not before {@code since}
   */
  static Earned by(
      RepaymentSchedule schedule, LocalDate since, BigDecimal settled, LocalDate date) {
    List<Instalment> instalments = schedule.instalments();
    int index = schedule.firstDueAfter(date);
    long billed = 0;
    for (int i = 0; i < index; i++) {
      billed += instalments.get(i).interestMinor();
    }
    LocalDate from = schedule.start();
    if (billed == 0) {
      index = firstWithInterest(instalments, index);
    } else if (index < instalments.size()) {
      from = instalments.get(index).from();
    }
    BigDecimal low = BigDecimal.valueOf(billed);
    if (index == instalments.size()) {
      return new Earned(since.isBefore(schedule.end()) ? low.max(settled) : settled, 1);
    }
    Instalment current = instalments.get(index);
    BigDecimal high = BigDecimal.valueOf(Math.addExact(billed, current.interestMinor()));
    if (!since.isBefore(from)) {
      from = since;
      low = settled;
    }
    long days = current.due().toEpochDay() - from.toEpochDay();
    long passed = Math.max(0, date.toEpochDay() - from.toEpochDay());
    BigDecimal amount =
        low.multiply(BigDecimal.valueOf(days - passed))
            .add(high.multiply(BigDecimal.valueOf(passed)));
    return new Earned(amount.max(settled.multiply(BigDecimal.valueOf(days))), days);
  }

  /** The same amount in smaller parts, as many as are needed for both. */
  Earned inPartsOf(long other) {
    long common = parts / gcd(parts, other) * other;
    return common == parts
        ? this
        : new Earned(amount.multiply(BigDecimal.valueOf(common / parts)), common);
  }

  /** In minor units and 34 digits. */
  BigDecimal toMinorUnits() {
    return amount.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128);
  }

  /** In whole minor units. */
  long rounded(RoundingMode mode) {
    return amount.divide(BigDecimal.valueOf(parts), 0, mode).longValueExact();
  }

  private static int firstWithInterest(List<Instalment> instalments, int from) {
    int index = from;
    while (index < instalments.size() && instalments.get(index).interestMinor() == 0) {
      index++;
    }
    return index;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
