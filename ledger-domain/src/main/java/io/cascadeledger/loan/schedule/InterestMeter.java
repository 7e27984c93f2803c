package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.InterestMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Adds up the interest that a loan earns, without ever rounding what it has added up. What is to be
 * booked for some days is the rounded sum through them less what was booked before: rounding does
 * not accumulate, and the booked sum is never off by more than the rounding of one amount.
 *
 * <p>{@code DECLINING_BALANCE_DAILY} adds principal x rate x days as a whole number of parts of a
 * minor unit: the days of each convention are whole numbers over one denominator, and a rate is a
 * decimal. Sums are exact however the days are cut up, so the sum over a period is the day count's
 * fraction of it. After the last due date it goes on.
 *
 * <p>{@code DECLINING_BALANCE_PER_PERIOD} and {@code FLAT} earn the interest of the schedule: that
 * of each instalment evenly over the days of its period, whatever is paid and when. On each due
 * date the sum is the interest of the instalments due by then, exactly. Where the first instalments
 * have no interest, as under grace, that of the first that has any is earned evenly since the
 * start. After the last due date nothing more is earned.
 *
 * <p>Immutable; a day is counted once and in order.
 *
 * @param terms what interest is computed from; not null
 * @param schedule the schedule whose interest is earned; null for {@code DECLINING_BALANCE_DAILY}
 * @param firstPeriod the first day of the period that ends on the first due date of the terms
 * @param since the day from which the terms and the schedule are in force, or, daily, {@code
 *     through}
 * @param through the day before which all days are counted
 * @param earned what was earned before {@code since}, in parts of a minor unit
 * @param parts how many parts are a minor unit
 * @param stopped whether nothing is earned any more
 */
public record InterestMeter(
    ScheduleTerms terms,
    RepaymentSchedule schedule,
    LocalDate firstPeriod,
    LocalDate since,
    LocalDate through,
    BigDecimal earned,
    long parts,
    boolean stopped) {

  public InterestMeter {
    Objects.requireNonNull(firstPeriod, "firstPeriod must not be null");
    Objects.requireNonNull(since, "since must not be null");
    Objects.requireNonNull(through, "through must not be null");
    Objects.requireNonNull(earned, "earned must not be null");
    if (isDaily(terms) != (schedule == null)) {
      throw new IllegalArgumentException("interest is earned daily or by a schedule.");
    }
  }

  /**
   * A meter that has counted nothing yet.
   *
   * @param terms what was agreed
   * @param start the first day that earns interest
   * @param schedule the schedule; null if interest is computed daily, else not null
   * @return the meter, never null
   */
  public static InterestMeter start(
      ScheduleTerms terms, LocalDate start, RepaymentSchedule schedule) {
    long parts = isDaily(terms) ? terms.dayCounting().denominator() : 1;
    return new InterestMeter(
        terms,
        isDaily(terms) ? null : schedule,
        start,
        start,
        start,
        BigDecimal.ZERO,
        parts,
        false);
  }

  /**
   * Counts the days from where this meter is to a date.
   *
   * @param date the day after the last that is counted, not before {@link #through()}
   * @param principalMinor what was outstanding on these days, in minor units, zero or more; only
   *     daily interest depends on it
   * @return the meter on that date, never null
   * @throws IllegalArgumentException if the days were counted already, or the principal is negative
   */
  public InterestMeter through(LocalDate date, long principalMinor) {
    if (date.isBefore(through) || principalMinor < 0) {
      throw new IllegalArgumentException(
          principalMinor + " from " + through + " to " + date + " can not be counted.");
    }
    if (date.equals(through)) {
      return this;
    }
    if (stopped || !isDaily(terms)) {
      return new InterestMeter(terms, schedule, firstPeriod, since, date, earned, parts, stopped);
    }
    DayCounting days = terms.dayCounting();
    long counted = days.numeratorOfPeriods(firstPeriod, through, date);
    BigDecimal more =
        terms
            .annualRate()
            .multiply(BigDecimal.valueOf(principalMinor))
            .multiply(BigDecimal.valueOf(counted * (parts / days.denominator())));
    return new InterestMeter(terms, null, firstPeriod, date, date, earned.add(more), parts, false);
  }

  /**
   * The meter under another rate, from {@link #through()} on.
   *
   * @param rate a decimal fraction, not null
   * @return the meter, never null
   * @throws IllegalStateException if interest is not daily: then the schedule has to change too
   */
  public InterestMeter withRate(BigDecimal rate) {
    if (!isDaily(terms)) {
      throw new IllegalStateException("the schedule says what is earned, and not the rate.");
    }
    return with(terms.withRate(rate), null);
  }

  /**
   * The meter under other terms, from {@link #through()} on. What has been earned stays, to the
   * last digit if interest is daily and to 34 digits if it is by a schedule; on the next due date
   * the sum is again what the schedule says.
   *
   * @param newTerms the terms
   * @param newSchedule the whole schedule, including the instalments that are past; null if
   *     interest is daily, else not null
   * @return the meter, never null
   */
  public InterestMeter with(ScheduleTerms newTerms, RepaymentSchedule newSchedule) {
    DueDates dates = terms.dueDates();
    LocalDate period =
        newTerms.dueDates().equals(dates)
            ? firstPeriod
            : terms.dayCounting().periodOf(firstPeriod, through);
    Earned sum =
        isDaily(newTerms)
            ? sum().inPartsOf(newTerms.dayCounting().denominator())
            : new Earned(sum().toMinorUnits(), 1);
    return new InterestMeter(
        newTerms,
        isDaily(newTerms) ? null : newSchedule,
        period,
        through,
        through,
        sum.amount(),
        sum.parts(),
        stopped);
  }

  /** The meter of a loan that earns nothing any more from {@link #through()} on. */
  public InterestMeter stop() {
    Earned sum = sum();
    return new InterestMeter(
        terms, schedule, firstPeriod, through, through, sum.amount(), sum.parts(), true);
  }

  /**
   * All that was earned on the days before {@link #through()}.
   *
   * @param mode how it is rounded
   * @return in minor units, zero or more
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long earnedMinor(RoundingMode mode) {
    return sum().rounded(mode);
  }

  private Earned sum() {
    return stopped || isDaily(terms)
        ? new Earned(earned, parts)
        : Earned.by(schedule, since, earned, through);
  }

  private static boolean isDaily(ScheduleTerms terms) {
    return terms.interestMethod() == InterestMethod.DECLINING_BALANCE_DAILY;
  }
}
