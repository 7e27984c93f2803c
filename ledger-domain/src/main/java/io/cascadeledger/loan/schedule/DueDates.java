package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The days on which instalments fall due, one regular period after the other, without end in both
 * directions.
 *
 * <p>Months are counted from the first due date and never from the one before, so that the day of
 * the month does not drift: 31 January is followed by 28 (or 29) February, 31 March and 30 April.
 * There is no other rule for the end of a month: 28 February is followed by 28 March.
 *
 * @param first the day that has index 0, not null
 * @param frequency the length of the regular period, not null
 */
public record DueDates(LocalDate first, RepaymentFrequency frequency) {
  private static final int MONTHS_OF_A_YEAR = 12;

  public DueDates {
    Objects.requireNonNull(first, "first must not be null");
    Objects.requireNonNull(frequency, "frequency must not be null");
  }

  /**
   * The due date of an index.
   *
   * @param index 0 is the first; below 0 are the days that regular periods before it would have had
   * @return the day, never null
   */
  public LocalDate at(int index) {
    return plus(first, frequency, index);
  }

  /**
   * The index of the last of these days that is on or before a day.
   *
   * @param date the day
   * @return the index, below 0 if the day is before the first due date
   */
  public int indexOnOrBefore(LocalDate date) {
    int days = daysOf(frequency);
    if (days > 0) {
      return Math.toIntExact(Math.floorDiv(date.toEpochDay() - first.toEpochDay(), days));
    }
    int months =
        (date.getYear() - first.getYear()) * MONTHS_OF_A_YEAR
            + date.getMonthValue()
            - first.getMonthValue();
    int index = Math.floorDiv(months, monthsOf(frequency));
    return at(index).isAfter(date) ? index - 1 : index;
  }

  /** How many regular periods a year has; weeks are taken as 52 a year. */
  public int periodsPerYear() {
    return switch (frequency) {
      case WEEKLY -> 52;
      case BIWEEKLY -> 26;
      case MONTHLY -> 12;
      case QUARTERLY -> 4;
      case SEMIANNUALLY -> 2;
      case YEARLY -> 1;
    };
  }

  /**
   * Whether a period is as long as the frequency says, counted from either end: 31 January to 28
   * February is a regular month, and so is 28 February to 31 March.
   */
  boolean isRegular(LocalDate from, LocalDate due) {
    return plus(from, frequency, 1).equals(due) || plus(due, frequency, -1).equals(from);
  }

  private static LocalDate plus(LocalDate date, RepaymentFrequency frequency, int periods) {
    int days = daysOf(frequency);
    return days > 0
        ? date.plusDays((long) days * periods)
        : date.plusMonths((long) monthsOf(frequency) * periods);
  }

  private static int daysOf(RepaymentFrequency frequency) {
    return switch (frequency) {
      case WEEKLY -> 7;
      case BIWEEKLY -> 14;
      case MONTHLY, QUARTERLY, SEMIANNUALLY, YEARLY -> 0;
    };
  }

  private static int monthsOf(RepaymentFrequency frequency) {
    return switch (frequency) {
      case WEEKLY, BIWEEKLY -> 0;
      case MONTHLY -> 1;
      case QUARTERLY -> 3;
      case SEMIANNUALLY -> 6;
      case YEARLY -> MONTHS_OF_A_YEAR;
    };
  }
}
