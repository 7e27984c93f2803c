package io.cascadeledger.loan.schedule;

import static io.cascadeledger.loan.terms.DayCountConvention.ACT_ACT;
import static io.cascadeledger.loan.terms.DayCountConvention.ACT_ACT_ICMA;
import static io.cascadeledger.loan.terms.DayCountConvention.THIRTY_360;
import static io.cascadeledger.loan.terms.DayCountConvention.THIRTY_E_360;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DayCountingTest {
  private static final Map<DayCountConvention, DayCount> LIBRARY =
      Map.of(
          DayCountConvention.ACT_365,
          DayCounts.ACT_365F,
          DayCountConvention.ACT_360,
          DayCounts.ACT_360,
          ACT_ACT,
          DayCounts.ACT_ACT_ISDA,
          ACT_ACT_ICMA,
          DayCounts.ACT_ACT_ICMA,
          THIRTY_360,
          DayCounts.THIRTY_U_360_EOM,
          THIRTY_E_360,
          DayCounts.THIRTY_E_360);

  @ParameterizedTest(name = "{0}: {1} to {2} is {3}/{4} of a year")
  @CsvSource({
    "ACT_365,      2026-01-15, 2026-02-15, 31, 365",
    "ACT_365,      2024-01-01, 2025-01-01, 366, 365",
    "ACT_365,      2024-02-28, 2024-03-01, 2, 365",
    "ACT_360,      2026-01-15, 2026-02-15, 31, 360",
    "ACT_360,      2023-01-01, 2024-01-01, 365, 360",
    "ACT_ACT,      2023-12-31, 2024-01-02, 731, 133590", // 1/365 + 1/366
    "ACT_ACT,      2023-01-01, 2026-01-01, 3, 1",
    "ACT_ACT,      2024-02-29, 2024-03-01, 1, 366",
    "ACT_ACT_ICMA, 2026-01-31, 2026-02-28, 1, 12",
    "ACT_ACT_ICMA, 2024-01-31, 2024-02-29, 1, 12",
    "ACT_ACT_ICMA, 2026-02-14, 2026-02-28, 1, 24",
    "ACT_ACT_ICMA, 2026-01-30, 2026-02-28, 32, 372", // a day of 31 and a month
    "THIRTY_360,   2026-01-31, 2026-02-28, 28, 360",
    "THIRTY_E_360, 2026-01-31, 2026-02-28, 28, 360",
  })
  void a_day_count_is_exact(
      DayCountConvention convention,
      LocalDate from,
      LocalDate to,
      long numerator,
      long denominator) {
    YearFraction fraction = monthly(convention).fraction(from, to);
    assertThat(fraction.numerator() * denominator).isEqualTo(fraction.denominator() * numerator);
  }

  /** ISDA, "EMU and market conventions: recent developments" (1998), the worked cases. */
  @ParameterizedTest(name = "{0}: {1} to {2} is {3}")
  @CsvSource({
    "2003-11-01, 2004-05-01, 0.49772438",
    "1999-02-01, 1999-07-01, 0.41095890",
    "1999-07-01, 2000-07-01, 1.00137735",
    "2002-08-15, 2003-07-15, 0.91506849",
    "2003-07-15, 2004-01-15, 0.50400479",
    "1999-07-30, 2000-01-30, 0.50389251",
    "2000-01-30, 2000-06-30, 0.41530055",
    "1999-11-30, 2000-04-30, 0.41554008",
  })
  void act_act_by_year_is_what_its_memo_says(LocalDate from, LocalDate to, double expected) {
    assertThat(value(monthly(ACT_ACT).fraction(from, to))).isCloseTo(expected, within(6e-9));
  }

  /** The cases of the same memo whose periods are a year or a quarter long. */
  @ParameterizedTest(name = "{1} with {2}: {3} to {4} is {0}")
  @CsvSource({
    "0.41095890, YEARLY,    1999-07-01, 1999-02-01, 1999-07-01",
    "1.00000000, YEARLY,    1999-07-01, 1999-07-01, 2000-07-01",
    "0.41576087, QUARTERLY, 2000-05-31, 1999-11-30, 2000-04-30",
  })
  void act_act_by_period_is_what_the_memo_says(
      double expected,
      RepaymentFrequency frequency,
      LocalDate firstDue,
      LocalDate from,
      LocalDate to) {
    DayCounting counting = new DayCounting(ACT_ACT_ICMA, new DueDates(firstDue, frequency));
    assertThat(value(counting.fraction(from, to))).isCloseTo(expected, within(6e-9));
  }

  /** A half of a year is a half, however many days it has; its days are worth the same. */
  @ParameterizedTest(name = "{0} to {1} is {2}")
  @CsvSource({
    "2025-08-31, 2026-02-28, 0.5",
    "2026-02-28, 2026-08-31, 0.5",
    "2025-08-31, 2025-11-30, 0.25138122", // 91 of 181 days
    "2026-02-28, 2026-05-31, 0.25000000", // 92 of 184 days
    "2024-02-29, 2024-05-31, 0.25000000",
  })
  void act_act_by_half_a_year_divides_each_half(LocalDate from, LocalDate to, double expected) {
    DueDates halves = new DueDates(LocalDate.of(2025, 8, 31), RepaymentFrequency.SEMIANNUALLY);
    assertThat(value(new DayCounting(ACT_ACT_ICMA, halves).fraction(from, to)))
        .isCloseTo(expected, within(6e-9));
  }

  /** ISDA's sheet of 30/360 cases; where 30/360 US differs, it is by the rule for February. */
  @ParameterizedTest(name = "{0} to {1} is {2} days of 30/360 US, {3} of 30E/360")
  @CsvSource({
    "2007-01-15, 2007-01-30,  15,  15",
    "2007-01-15, 2007-01-31,  16,  15",
    "2007-01-15, 2007-07-15, 180, 180",
    "2007-09-30, 2008-03-31, 180, 180",
    "2007-09-30, 2007-10-31,  30,  30",
    "2007-09-30, 2008-09-30, 360, 360",
    "2007-01-31, 2007-02-28,  28,  28",
    "2007-02-28, 2007-03-31,  30,  32",
    "2006-08-31, 2007-02-28, 178, 178",
    "2007-02-28, 2007-08-31, 180, 182",
    "2007-02-14, 2007-02-28,  14,  14",
    "2007-02-26, 2008-02-29, 363, 363",
    "2008-02-29, 2009-02-28, 360, 359",
    "2008-02-29, 2008-03-30,  30,  31",
    "2008-02-29, 2008-03-31,  30,  31",
    "2007-02-28, 2008-02-28, 358, 360",
    "2007-02-28, 2008-02-29, 360, 361",
  })
  void months_of_thirty_days_are_counted_by_their_rules(
      LocalDate from, LocalDate to, long american, long european) {
    assertThat(monthly(THIRTY_360).fraction(from, to)).isEqualTo(new YearFraction(american, 360));
    assertThat(monthly(THIRTY_E_360).fraction(from, to)).isEqualTo(new YearFraction(european, 360));
  }

  @ParameterizedTest
  @EnumSource(names = "ACT_ACT_ICMA", mode = EnumSource.Mode.EXCLUDE)
  void the_library_counts_the_same(DayCountConvention convention) {
    Random random = new Random(365);
    for (int i = 0; i < 5_000; i++) {
      LocalDate from = Drawn.day(random);
      LocalDate to = from.plusDays(random.nextInt(i % 2 == 0 ? 70 : 12_000));
      assertThat(value(monthly(convention).fraction(from, to)))
          .as("%s to %s", from, to)
          .isCloseTo(LIBRARY.get(convention).yearFraction(from, to), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_library_counts_regular_and_first_periods_the_same(RepaymentFrequency frequency) {
    Random random = new Random(366);
    for (int i = 0; i < 2_000; i++) {
      DueDates dates = new DueDates(Drawn.day(random).withDayOfMonth(1 + i % 28), frequency);
      LocalDate start = dates.first().minusDays(1 + random.nextInt(400));
      LocalDate from = i % 3 == 0 ? start : dates.at(random.nextInt(5));
      LocalDate period = i % 3 == 0 ? dates.first() : dates.at(dates.indexOnOrBefore(from) + 1);
      LocalDate to = from.plusDays(random.nextInt(1 + days(from, period)));
      DayCount.ScheduleInfo info = new Periods(dates, start, dates.at(8));
      assertThat(value(new DayCounting(ACT_ACT_ICMA, dates).fraction(from, to)))
          .as("%s: %s to %s", dates, from, to)
          .isCloseTo(DayCounts.ACT_ACT_ICMA.yearFraction(from, to, info), within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_regular_period_is_the_same_part_of_a_year(RepaymentFrequency frequency) {
    Random random = new Random(12);
    for (int i = 0; i < 5_000; i++) {
      DueDates dates = new DueDates(Drawn.day(random), frequency);
      int index = random.nextInt(100);
      YearFraction fraction =
          new DayCounting(ACT_ACT_ICMA, dates).fraction(dates.at(index), dates.at(index + 1));
      assertThat(fraction.numerator() * dates.periodsPerYear())
          .as("%s %d", dates, index)
          .isEqualTo(fraction.denominator());
    }
  }

  @Test
  void a_period_does_not_end_before_it_starts() {
    LocalDate day = LocalDate.of(2026, 1, 2);
    for (DayCountConvention convention : DayCountConvention.values()) {
      assertThat(monthly(convention).fraction(day, day).numerator()).isZero();
      if (convention != ACT_ACT_ICMA) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> monthly(convention).fraction(day, day.minusDays(1)));
      }
    }
  }

  private static DayCounting monthly(DayCountConvention convention) {
    return new DayCounting(
        convention, new DueDates(LocalDate.of(2026, 1, 31), RepaymentFrequency.MONTHLY));
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
  }

  private static double value(YearFraction fraction) {
    return (double) fraction.numerator() / fraction.denominator();
  }
}
