package io.cascadeledger.loan.schedule;

import static io.cascadeledger.loan.terms.InterestMethod.DECLINING_BALANCE_DAILY;
import static io.cascadeledger.loan.terms.InterestMethod.DECLINING_BALANCE_PER_PERIOD;
import static io.cascadeledger.loan.terms.InterestMethod.FLAT;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.cascadeledger.loan.terms.DayCountConvention;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterestMeterTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  /** 1,000,000 at 7.3 %: 200 a day of ACT/365. */
  @ParameterizedTest(name = "{0} through {1}: {2}")
  @CsvSource({
    "ACT_365,      2026-02-01,   200",
    "ACT_365,      2026-02-28,  5600",
    "ACT_365,      2027-01-31, 73000",
    "ACT_360,      2026-02-28,  5678", // 28/360
    "ACT_360,      2027-01-31, 74014", // 365/360
    "ACT_ACT,      2026-02-28,  5600",
    "ACT_ACT,      2029-01-31, 219000", // 335/365, 365/365, 366/366 and 30/365
    "ACT_ACT_ICMA, 2026-02-28,  5495", // 28 of the 31 days before the due date
    "ACT_ACT_ICMA, 2026-02-14,  2747", // half of it
    "ACT_ACT_ICMA, 2027-01-31, 73000",
    "THIRTY_360,   2026-02-28,  5678", // 28 days
    "THIRTY_360,   2026-03-31, 11964", // 28, 28 (the second period starts on a 30th) and 3 days
    "THIRTY_360,   2027-01-31, 72797", // 359 days
    "THIRTY_E_360, 2026-03-31, 12167", // 28, 30 and 2 days
  })
  void daily_interest_is_the_day_counts_part_of_a_year(
      DayCountConvention convention, LocalDate date, long earned) {
    InterestMeter meter =
        InterestMeter.start(
            Terms.of(36, "2026-02-28")
                .rate("0.073")
                .days(convention)
                .method(DECLINING_BALANCE_DAILY)
                .made(),
            START,
            null);
    assertThat(meter.through(date, 1_000_000).earnedMinor(HALF_UP)).isEqualTo(earned);
  }

  @Test
  void daily_interest_follows_principal_and_rate_and_goes_on_after_the_end() {
    InterestMeter meter = daily();
    meter = meter.through(START.plusDays(10), 1_000_000); // 10 x 200
    meter = meter.through(START.plusDays(15), 500_000); // 5 x 100
    meter =
        meter.withRate(new BigDecimal("0.1095")).through(START.plusDays(17), 500_000); // 2 x 150
    meter = meter.through(START.plusDays(20), 0);
    assertThat(meter.earnedMinor(HALF_UP)).isEqualTo(2_800);
    LocalDate late = LocalDate.of(2040, 1, 1);
    InterestMeter end = meter.through(late, 0);
    assertThat(end.through(late.plusDays(4), 1_000_000).earnedMinor(HALF_UP)).isEqualTo(4_000);
  }

  @Test
  void a_part_of_a_minor_unit_is_kept_until_it_is_a_whole_one() {
    InterestMeter meter = daily(); // 0.002 a day on 10
    assertThat(meter.through(START.plusDays(499), 10).earnedMinor(DOWN)).isZero();
    for (int day = 1; day <= 500; day++) {
      meter = meter.through(START.plusDays(day), 10);
    }
    assertThat(meter.earnedMinor(DOWN)).isEqualTo(1);
  }

  /** 31 days, 28 days and 31 days; each instalment has 1000. */
  @ParameterizedTest(name = "through {0}: {1}")
  @CsvSource({
    "2026-01-15,    0",
    "2026-01-16,   32",
    "2026-02-14,  968",
    "2026-02-15, 1000",
    "2026-03-01, 1500",
    "2026-03-15, 2000",
    "2026-04-15, 3000",
    "2027-04-15, 3000",
  })
  void interest_of_a_schedule_is_earned_evenly_between_due_dates(LocalDate date, long earned) {
    LocalDate start = LocalDate.of(2026, 1, 15);
    ScheduleTerms terms = Terms.of(3, "2026-02-15").rate("0.12").method(FLAT).made();
    InterestMeter meter =
        InterestMeter.start(terms, start, ScheduleGenerator.generate(terms, start, 100_000));
    assertThat(meter.through(date, 77).earnedMinor(HALF_UP)).isEqualTo(earned);
  }

  @Test
  void interest_under_grace_is_earned_from_the_start() {
    LocalDate start = LocalDate.of(2026, 1, 1);
    ScheduleTerms terms = Terms.of(3, "2026-02-01").rate("0.12").grace(2, 2).made();
    RepaymentSchedule schedule = ScheduleGenerator.generate(terms, start, 100_000);
    assertThat(schedule.totalInterestMinor()).isEqualTo(3_000);
    InterestMeter meter = InterestMeter.start(terms, start, schedule);
    assertThat(meter.through(start.plusDays(30), 1).earnedMinor(HALF_UP)).isEqualTo(1_000);
    assertThat(meter.through(start.plusDays(45), 1).earnedMinor(HALF_UP)).isEqualTo(1_500);
    assertThat(meter.through(start.plusDays(90), 1).earnedMinor(HALF_UP)).isEqualTo(3_000);
  }

  @Test
  void a_new_schedule_is_met_on_its_next_due_date() {
    LocalDate start = LocalDate.of(2026, 4, 1);
    Terms terms = Terms.of(3, "2026-05-01").rate("0.12").method(DECLINING_BALANCE_PER_PERIOD);
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), start, 100_000);
    LocalDate change = LocalDate.of(2026, 4, 11);
    InterestMeter meter = InterestMeter.start(terms.made(), start, before).through(change, 100_000);
    assertThat(meter.earnedMinor(HALF_UP)).isEqualTo(333);

    ScheduleTerms dearer = terms.rate("0.24").made();
    RepaymentSchedule after = ScheduleGenerator.after(before, change, 100_000, 333, dearer);
    assertThat(after.instalments().getFirst().interestMinor()).isEqualTo(1_666);
    InterestMeter changed = meter.with(dearer, after);
    assertThat(changed.earnedMinor(HALF_UP)).isEqualTo(333);
    assertThat(changed.through(change.plusDays(10), 1).earnedMinor(HALF_UP)).isEqualTo(1_000);
    for (Instalment row : after.instalments()) {
      assertThat(changed.through(row.due(), 1).earnedMinor(DOWN))
          .isEqualTo(
              after.dueThrough(row.due()).stream().mapToLong(Instalment::interestMinor).sum());
    }
  }

  /** 20 days of 1000000 at 7.3 % are 4000; the schedule has 6083 for the first period. */
  @Test
  void daily_interest_becomes_a_schedules_without_a_jump() {
    Terms terms = Terms.of(3, "2026-02-28").rate("0.073").method(FLAT);
    RepaymentSchedule schedule = ScheduleGenerator.generate(terms.made(), START, 1_000_000);
    LocalDate change = START.plusDays(20);
    InterestMeter meter = daily().through(change, 1_000_000).with(terms.made(), schedule);
    assertThat(meter.earnedMinor(HALF_UP)).isEqualTo(4_000);
    assertThat(meter.through(change.plusDays(4), 1).earnedMinor(HALF_UP)).isEqualTo(5_042);
    assertThat(meter.through(change.plusDays(8), 1).earnedMinor(HALF_UP)).isEqualTo(6_083);

    InterestMeter late = daily().through(schedule.end(), 0).with(terms.made(), schedule);
    assertThat(late.earnedMinor(HALF_UP)).isZero();
    assertThat(late.through(schedule.end().plusYears(1), 1).earnedMinor(HALF_UP)).isZero();
  }

  @Test
  void nothing_is_earned_after_a_stop() {
    LocalDate day = START.plusDays(3);
    InterestMeter daily = daily().through(day, 1_000_000).stop();
    ScheduleTerms flat = Terms.of(3, "2026-02-28").rate("0.12").method(FLAT).made();
    InterestMeter planned =
        InterestMeter.start(flat, START, ScheduleGenerator.generate(flat, START, 280_000))
            .through(day, 1)
            .stop();
    assertThat(daily.earnedMinor(HALF_UP)).isEqualTo(600);
    assertThat(planned.earnedMinor(HALF_UP)).isEqualTo(300); // 3 of 28 days of 2800
    assertThat(daily.through(day.plusYears(1), 1_000_000).earnedMinor(HALF_UP)).isEqualTo(600);
    assertThat(planned.through(day.plusYears(1), 1).earnedMinor(HALF_UP)).isEqualTo(300);
  }

  @Test
  void days_are_counted_once_and_in_order() {
    InterestMeter meter = daily().through(START.plusDays(3), 5);
    assertThat(meter.through(START.plusDays(3), 7)).isSameAs(meter);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> meter.through(START.plusDays(2), 5))
        .withMessageContaining("can not be counted");
    assertThatIllegalArgumentException().isThrownBy(() -> meter.through(START.plusDays(4), -1));
  }

  @Test
  void the_rate_of_a_schedule_changes_with_the_schedule_only() {
    ScheduleTerms flat = Terms.of(3, "2026-02-28").method(FLAT).made();
    InterestMeter meter =
        InterestMeter.start(flat, START, ScheduleGenerator.generate(flat, START, 1));
    assertThatIllegalStateException().isThrownBy(() -> meter.withRate(BigDecimal.ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterestMeter.start(flat, START, null))
        .withMessageContaining("daily or by a schedule");
  }

  private static InterestMeter daily() {
    return InterestMeter.start(
        Terms.of(3, "2026-02-28").rate("0.073").method(DECLINING_BALANCE_DAILY).made(),
        START,
        null);
  }
}
