package io.cascadeledger.loan.schedule;

import static io.cascadeledger.loan.terms.InterestMethod.DECLINING_BALANCE_DAILY;
import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every meter, whatever the terms and wherever its days are cut. */
final class RandomMetersTest {
  private static final int LOANS = 2_000;

  @Test
  void a_meter_that_is_read_at_any_dates_ends_as_one_that_is_read_once() {
    Random random = new Random(10);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      InterestMeter whole = meter(loan);
      InterestMeter parts = whole;
      LocalDate end = RandomSchedulesTest.dayOf(loan.schedule(), random).plusDays(40);
      for (LocalDate date : dates(loan.start(), end, random)) {
        parts = parts.through(date, loan.principalMinor());
      }
      parts = parts.through(end, loan.principalMinor());
      whole = whole.through(end, loan.principalMinor());
      assertThat(parts.earned()).as("%s", loan).isEqualByComparingTo(whole.earned());
      assertThat(parts.earnedMinor(FLOOR)).isEqualTo(whole.earnedMinor(FLOOR));
    }
  }

  /** Checked against whole-number arithmetic of its own, over each period's fraction. */
  @Test
  void daily_interest_of_periods_is_the_sum_of_their_fractions() {
    Random random = new Random(11);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms drawn = RandomTerms.draw(random);
      ScheduleTerms terms = new Terms(drawn.terms()).method(DECLINING_BALANCE_DAILY).made();
      RandomTerms loan = new RandomTerms(terms, drawn.start(), drawn.principalMinor());
      BigInteger numerator = BigInteger.ZERO;
      for (Instalment row : loan.schedule().instalments()) {
        numerator =
            numerator.add(
                BigInteger.valueOf(
                    terms.dayCounting().fraction(row.from(), row.due()).numerator()));
      }
      BigDecimal expected =
          new BigDecimal(numerator.multiply(BigInteger.valueOf(loan.principalMinor())))
              .multiply(terms.annualRate())
              .divide(BigDecimal.valueOf(terms.dayCounting().denominator()), 0, HALF_UP);
      assertThat(
              meter(loan)
                  .through(loan.schedule().end(), loan.principalMinor())
                  .earnedMinor(HALF_UP))
          .as("%s", loan)
          .isEqualTo(expected.longValueExact());
    }
  }

  @Test
  void what_is_booked_day_by_day_is_never_below_zero_and_sums_to_the_whole() {
    Random random = new Random(12);
    for (int i = 0; i < LOANS / 20; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      InterestMeter meter = meter(loan);
      long booked = 0;
      for (int day = 1; day < 500; day++) {
        meter = meter.through(loan.start().plusDays(day), loan.principalMinor());
        long today = meter.earnedMinor(HALF_UP) - booked;
        assertThat(today).as("%s", loan).isNotNegative();
        booked += today;
      }
      assertThat(booked)
          .isEqualTo(
              meter(loan)
                  .through(loan.start().plusDays(499), loan.principalMinor())
                  .earnedMinor(HALF_UP));
    }
  }

  @Test
  void what_a_schedule_has_earned_on_a_due_date_is_what_has_fallen_due() {
    Random random = new Random(13);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      if (loan.terms().interestMethod() == DECLINING_BALANCE_DAILY) {
        continue;
      }
      RepaymentSchedule schedule = loan.schedule();
      Instalment row = schedule.instalments().get(random.nextInt(schedule.instalments().size()));
      long due = schedule.dueThrough(row.due()).stream().mapToLong(Instalment::interestMinor).sum();
      if (due == 0) {
        continue; // grace: earned, and not due yet
      }
      InterestMeter meter = meter(loan).through(row.due(), 1);
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
        assertThat(meter.earnedMinor(mode)).as("%s", loan).isEqualTo(due);
      }
    }
  }

  @Test
  void what_was_earned_stays_when_the_terms_change() {
    Random random = new Random(14);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      RandomTerms other = RandomTerms.draw(random);
      LocalDate date = RandomSchedulesTest.dayOf(loan.schedule(), random);
      InterestMeter meter = meter(loan).through(date, loan.principalMinor());
      long earned = meter.earnedMinor(HALF_UP);
      boolean daily = other.terms().interestMethod() == DECLINING_BALANCE_DAILY;
      InterestMeter changed = meter.with(other.terms(), daily ? null : other.schedule());
      assertThat(changed.earnedMinor(HALF_UP)).as("%s to %s", loan, other).isEqualTo(earned);
      assertThat(changed.through(date.plusDays(100), 7).earnedMinor(HALF_UP))
          .isGreaterThanOrEqualTo(earned);
    }
  }

  @Test
  void changes_of_rate_and_day_count_are_exact_to_the_last_digit() {
    LocalDate start = LocalDate.of(2026, 1, 1);
    Terms terms = Terms.of(12, "2026-02-01").method(DECLINING_BALANCE_DAILY).rate("0.01");
    InterestMeter meter = InterestMeter.start(terms.made(), start, null);
    // 3 days of 365, 120 days of 360 and a month of 12: 1/100 of 3/365 + 1/3 + 1/12
    meter = meter.through(LocalDate.of(2026, 1, 4), 365_000);
    meter = meter.with(terms.days(DayCountConvention.ACT_360).made(), null);
    meter = meter.through(LocalDate.of(2026, 5, 4), 365_000);
    Terms icma =
        Terms.of(12, "2026-06-04")
            .method(DECLINING_BALANCE_DAILY)
            .rate("0.01")
            .every(RepaymentFrequency.MONTHLY)
            .days(DayCountConvention.ACT_ACT_ICMA);
    meter = meter.with(icma.made(), null).through(LocalDate.of(2026, 6, 4), 365_000);
    BigDecimal parts = BigDecimal.valueOf(meter.parts());
    // 30 + 1216 2/3 + 304 1/6 = 1550 5/6
    assertThat(meter.earned().multiply(BigDecimal.valueOf(6)))
        .isEqualByComparingTo(parts.multiply(BigDecimal.valueOf(9_305)));
  }

  private static InterestMeter meter(RandomTerms loan) {
    return InterestMeter.start(
        loan.terms(),
        loan.start(),
        loan.terms().interestMethod() == DECLINING_BALANCE_DAILY ? null : loan.schedule());
  }

  private static SortedSet<LocalDate> dates(LocalDate start, LocalDate end, Random random) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    long days = end.toEpochDay() - start.toEpochDay();
    for (int i = 0; i < 30; i++) {
      dates.add(start.plusDays(random.nextLong(days + 1)));
    }
    return dates;
  }
}
