package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.InterestMethod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Computes repayment schedules from terms. */
public final class ScheduleGenerator {
  private ScheduleGenerator() {}

  /**
   * The schedule of a loan that has just begun.
   *
   * @param terms what was agreed
   * @param start the first day of the first period, before the first due date
   * @param principalMinor what is lent, in minor units, zero or more
   * @return a schedule whose principal sums to {@code principalMinor}
   * @throws IllegalArgumentException if the first due date is not after the start
   * @throws ArithmeticException if an amount does not fit a {@code long}
   */
  public static RepaymentSchedule generate(
      ScheduleTerms terms, LocalDate start, long principalMinor) {
    List<Period> periods = periods(terms, 1, 0, start, start);
    return new RepaymentSchedule(
        new Amortizer(terms, periods, principalMinor, principalMinor, 0).instalments());
  }

  /**
   * A schedule that goes on under other terms: after a further disbursement, a change of the rate,
   * a prepayment, with more instalments or on other days. The instalments that are due on or before
   * the date stay as they are; the later ones are computed anew.
   *
   * <p>The terms are those of the whole schedule: its count includes the instalments that stay, and
   * grace goes by the number of an instalment. The new due dates are those of the terms that fall
   * after the date; with a first due date after it, the next instalment is due then.
   *
   * <p>Flat interest is computed from the date on, for the rest of the term, on the principal of
   * the instalments that stay and of those to come together.
   *
   * @param current the schedule until now
   * @param date from when the new terms count
   * @param unbilledPrincipalMinor the principal that is to be spread over the later instalments, in
   *     minor units: what is outstanding less what is unpaid of the instalments that stay
   * @param unbilledInterestMinor the interest earned until the date that is in none of the
   *     instalments that stay, in minor units; it falls due with the others' interest
   * @param newTerms the terms from now on
   * @return a schedule whose later principal sums to {@code unbilledPrincipalMinor}
   * @throws IllegalArgumentException if the terms have no more instalments than those that stay, or
   *     an amount is below zero
   * @throws ArithmeticException if an amount does not fit a {@code long}
   */
  public static RepaymentSchedule after(
      RepaymentSchedule current,
      LocalDate date,
      long unbilledPrincipalMinor,
      long unbilledInterestMinor,
      ScheduleTerms newTerms) {
    List<Instalment> kept = current.dueThrough(date);
    LocalDate from = kept.isEmpty() ? current.start() : kept.getLast().due();
    LocalDate earnFrom = date.isAfter(from) ? date : from;
    int next = Math.max(0, newTerms.dueDates().indexOnOrBefore(earnFrom) + 1);
    long keptPrincipal = kept.stream().mapToLong(Instalment::principalMinor).sum();
    Amortizer amortizer =
        new Amortizer(
            newTerms,
            periods(newTerms, kept.size() + 1, next, from, earnFrom),
            unbilledPrincipalMinor,
            Math.addExact(keptPrincipal, unbilledPrincipalMinor),
            unbilledInterestMinor);
    List<Instalment> all = new ArrayList<>(kept);
    all.addAll(amortizer.instalments());
    return new RepaymentSchedule(all);
  }

  private static List<Period> periods(
      ScheduleTerms terms, int firstNumber, int firstIndex, LocalDate start, LocalDate earnFrom) {
    if (firstNumber > terms.instalmentCount()) {
      throw new IllegalArgumentException(
          "no instalment is left of " + terms.instalmentCount() + " after " + (firstNumber - 1));
    }
    DueDates dates = terms.dueDates();
    List<Period> periods = new ArrayList<>();
    LocalDate from = start;
    for (int number = firstNumber; number <= terms.instalmentCount(); number++) {
      LocalDate due = dates.at(firstIndex + number - firstNumber);
      LocalDate counted = from.isBefore(earnFrom) ? earnFrom : from;
      periods.add(new Period(number, from, due, fraction(terms, from, counted, due)));
      from = due;
    }
    return periods;
  }

  /** The part of a year for which a period, from a day within it on, earns. */
  private static YearFraction fraction(
      ScheduleTerms terms, LocalDate from, LocalDate counted, LocalDate due) {
    if (!due.isAfter(counted)) {
      throw new IllegalArgumentException("nothing can be due on " + due + ", from " + counted);
    }
    DayCounting days = terms.dayCounting();
    if (terms.interestMethod() == InterestMethod.DECLINING_BALANCE_DAILY) {
      return new YearFraction(days.numerator(from, counted, due), days.denominator());
    }
    DueDates dates = terms.dueDates();
    YearFraction whole =
        dates.isRegular(from, due)
            ? new YearFraction(1, dates.periodsPerYear())
            : days.fraction(from, due);
    if (counted.equals(from)) {
      return whole;
    }
    long part = due.toEpochDay() - counted.toEpochDay();
    return whole.share(part, due.toEpochDay() - from.toEpochDay());
  }
}
