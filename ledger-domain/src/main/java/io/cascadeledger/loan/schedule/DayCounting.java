package io.cascadeledger.loan.schedule;

import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import io.cascadeledger.loan.terms.DayCountConvention;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Counts the days between two dates as parts of a year. The first day counts and the last one does
 * not. The days come from the library of day counts, the denominators from here: the library
 * divides in floating point, and interest has to be exact.
 *
 * <p>29 February:
 *
 * <ul>
 *   <li>{@code ACT_365}, {@code ACT_360}: a day like any other; a leap year is 366/365 or 366/360.
 *   <li>{@code ACT_ACT}: a day like any other of its year, worth 1/366.
 *   <li>{@code ACT_ACT_ICMA}: it makes its period a day longer and each day of it worth less.
 *   <li>{@code THIRTY_360}: a period that starts on the last day of February (28 or 29) starts on
 *       the 30th, and if it ends on the last day of a February too, it ends on the 30th; otherwise
 *       28 and 29 are what they are, so 28 February to 1 March is 3 days of a period that began
 *       earlier, 2 in a leap year from the 29th.
 *   <li>{@code THIRTY_E_360}: 28 and 29 are what they are.
 * </ul>
 *
 * @param convention how days are counted, not null
 * @param dueDates the regular periods, on which only {@code ACT_ACT_ICMA} depends, not null
 */
public record DayCounting(DayCountConvention convention, DueDates dueDates) {
  private static final DayCount ACTUAL = DayCounts.ACT_365F;
  private static final DayCount THIRTY_US = DayCounts.THIRTY_U_360_EOM;
  private static final DayCount THIRTY_EUROPE = DayCounts.THIRTY_E_360;

  private static final int YEAR = 365;
  private static final int LEAP_YEAR = 366;
  private static final int BANKERS_YEAR = 360;
  private static final int WEEKS_YEAR = 364;

  /** In this part of a year both kinds of year can be counted. */
  private static final long BOTH_YEARS = (long) YEAR * LEAP_YEAR;

  /** 12 times what 28, 29, 30 and 31 divide: in this part of a year each month can be counted. */
  private static final long ALL_MONTHS = 4_530_960;

  /** 4 times what 89, 90, 91 and 92 divide: in this part of a year each quarter can be counted. */
  private static final long ALL_QUARTERS = 134_119_440;

  /** Twice what 181 to 184 divide: in this part of a year each half of one can be counted. */
  private static final long ALL_HALVES = 1_109_223_024;

  /**
   * Makes the library of day counts ready. It reads its own configuration the first time that it is
   * used in a process, which takes a good part of a second that no request should wait for.
   */
  public static void prepare() {
    LocalDate day = LocalDate.EPOCH;
    Stream.of(ACTUAL, THIRTY_US, THIRTY_EUROPE).forEach(it -> it.days(day, day.plusDays(1)));
  }

  public DayCounting {
    Objects.requireNonNull(convention, "convention must not be null");
    Objects.requireNonNull(dueDates, "dueDates must not be null");
  }

  /**
   * A period as a part of a year.
   *
   * @param from the first day of the period
   * @param to the day after its last day, not before {@code from}
   * @return the fraction, never null
   * @throws IllegalArgumentException if the days are in the wrong order
   */
  public YearFraction fraction(LocalDate from, LocalDate to) {
    return new YearFraction(numerator(from, from, to), denominator());
  }

  /** The denominator of all that is counted here: whatever the dates, it is the same. */
  long denominator() {
    return switch (convention) {
      case ACT_365 -> YEAR;
      case ACT_360, THIRTY_360, THIRTY_E_360 -> BANKERS_YEAR;
      case ACT_ACT -> BOTH_YEARS;
      case ACT_ACT_ICMA ->
          switch (dueDates.frequency()) {
            case WEEKLY, BIWEEKLY -> WEEKS_YEAR;
            case MONTHLY -> ALL_MONTHS;
            case QUARTERLY -> ALL_QUARTERS;
            case SEMIANNUALLY -> ALL_HALVES;
            case YEARLY -> BOTH_YEARS;
          };
    };
  }

  /**
   * Counts a part of a period, so that the parts of a period add up to the period: months of 30
   * days are counted from its first day.
   *
   * @param period the first day of the period
   * @param from the first day of the part, not before {@code period}
   * @param to the day after its last day, not before {@code from}
   * @return the numerator over {@link #denominator()}, zero or more
   */
  long numerator(LocalDate period, LocalDate from, LocalDate to) {
    return switch (convention) {
      case ACT_365, ACT_360 -> ACTUAL.days(from, to);
      case ACT_ACT -> byYear(from, to);
      case ACT_ACT_ICMA -> byRegularPeriod(from, to);
      case THIRTY_360 -> THIRTY_US.days(period, to) - THIRTY_US.days(period, from);
      case THIRTY_E_360 -> THIRTY_EUROPE.days(period, to) - THIRTY_EUROPE.days(period, from);
    };
  }

  /**
   * Counts days over any number of periods; each period is counted from its own first day.
   *
   * @param firstPeriod the first day of the period that ends on the first due date
   * @param from the first day, not before {@code firstPeriod}
   * @param to the day after the last day, not before {@code from}
   * @return the numerator over {@link #denominator()}, zero or more
   */
  long numeratorOfPeriods(LocalDate firstPeriod, LocalDate from, LocalDate to) {
    if (convention != DayCountConvention.THIRTY_360
        && convention != DayCountConvention.THIRTY_E_360) {
      return numerator(from, from, to);
    }
    int next = Math.max(0, dueDates.indexOnOrBefore(from) + 1);
    LocalDate period = periodOf(firstPeriod, from);
    LocalDate day = from;
    long sum = 0;
    for (LocalDate due = dueDates.at(next); due.isBefore(to); due = dueDates.at(++next)) {
      sum += numerator(period, day, due);
      period = due;
      day = due;
    }
    return sum + numerator(period, day, to);
  }

  /** The first day of the period that a day is in. */
  LocalDate periodOf(LocalDate firstPeriod, LocalDate date) {
    int index = dueDates.indexOnOrBefore(date);
    return index < 0 ? firstPeriod : dueDates.at(index);
  }

  private static long byYear(LocalDate from, LocalDate to) {
    if (from.getYear() == to.getYear()) {
      return ACTUAL.days(from, to) * perDayOf(from);
    }
    long first = ACTUAL.days(from, LocalDate.of(from.getYear() + 1, 1, 1)) * perDayOf(from);
    long last = ACTUAL.days(LocalDate.of(to.getYear(), 1, 1), to) * perDayOf(to);
    return first + last + BOTH_YEARS * (to.getYear() - from.getYear() - 1);
  }

  private static long perDayOf(LocalDate date) {
    return date.isLeapYear() ? YEAR : LEAP_YEAR;
  }

  private long byRegularPeriod(LocalDate from, LocalDate to) {
    int index = dueDates.indexOnOrBefore(from);
    LocalDate start = dueDates.at(index);
    LocalDate day = from;
    long sum = 0;
    while (day.isBefore(to)) {
      LocalDate end = dueDates.at(++index);
      long perDay = denominator() / ((long) dueDates.periodsPerYear() * ACTUAL.days(start, end));
      LocalDate last = end.isBefore(to) ? end : to;
      sum += perDay * ACTUAL.days(day, last);
      start = end;
      day = last;
    }
    return sum;
  }
}
