package io.cascadeledger.loan.schedule;

import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.schedule.Frequency;
import java.time.LocalDate;

/** Due dates as the library of day counts wants to be told of them. */
record Periods(DueDates dates, LocalDate start, LocalDate end) implements DayCount.ScheduleInfo {

  @Override
  public LocalDate getStartDate() {
    return start;
  }

  @Override
  public LocalDate getEndDate() {
    return end;
  }

  @Override
  public LocalDate getPeriodEndDate(LocalDate date) {
    return dates.at(Math.max(0, dates.indexOnOrBefore(date) + 1));
  }

  @Override
  public Frequency getFrequency() {
    return switch (dates.frequency()) {
      case WEEKLY -> Frequency.P1W;
      case BIWEEKLY -> Frequency.P2W;
      case MONTHLY -> Frequency.P1M;
      case QUARTERLY -> Frequency.P3M;
      case SEMIANNUALLY -> Frequency.P6M;
      case YEARLY -> Frequency.P12M;
    };
  }

  @Override
  public boolean isEndOfMonthConvention() {
    return false;
  }
}
