package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for all terms. That nothing is negative and no day is missing is in the types. */
final class RandomSchedulesTest {
  private static final int LOANS = 3_000;

  @Test
  void the_principal_is_repaid_to_the_unit() {
    Random random = new Random(4);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      RepaymentSchedule schedule = loan.schedule();
      assertThat(schedule.totalPrincipalMinor()).as("%s", loan).isEqualTo(loan.principalMinor());
      assertThat(schedule.instalments()).hasSize(loan.terms().instalmentCount());
      assertThat(schedule.start()).isEqualTo(loan.start());
      assertThat(schedule.instalments().getFirst().due()).isEqualTo(loan.terms().firstDueDate());
    }
  }

  @Test
  void grace_leaves_no_principal_and_no_interest() {
    Random random = new Random(5);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      for (Instalment row : loan.schedule().instalments()) {
        if (row.number() <= loan.terms().principalGraceInstalments()) {
          assertThat(row.principalMinor()).as("%s", loan).isZero();
        }
        if (row.number() <= loan.terms().interestGraceInstalments()) {
          assertThat(row.interestMinor()).as("%s", loan).isZero();
        }
      }
    }
  }

  @Test
  void grace_on_interest_costs_nothing_and_forgives_nothing() {
    Random random = new Random(6);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      ScheduleTerms terms =
          new Terms(loan.terms()).grace(loan.terms().principalGraceInstalments(), 0).made();
      assertThat(loan.schedule().totalInterestMinor())
          .isEqualTo(
              ScheduleGenerator.generate(terms, loan.start(), loan.principalMinor())
                  .totalInterestMinor());
    }
  }

  /** Each rounding is off by one unit at most, and grows with the interest until the end. */
  @Test
  void only_the_last_of_equal_instalments_differs_and_only_by_what_rounding_left() {
    Random random = new Random(7);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = levelLoan(random);
      List<Instalment> rows = loan.schedule().instalments();
      long instalment = rows.getFirst().totalMinor();
      assertThat(rows.subList(0, rows.size() - 1))
          .as("%s", loan)
          .allMatch(row -> row.totalMinor() == instalment);
      double growth = 1 + loan.terms().annualRate().doubleValue() * 62 / 360;
      double bound = IntStream.range(0, rows.size()).mapToDouble(k -> Math.pow(growth, k)).sum();
      assertThat(Math.abs(rows.getLast().totalMinor() - instalment))
          .as("%s", loan)
          .isLessThanOrEqualTo((long) bound);
    }
  }

  @Test
  void whatever_changes_in_mid_life_the_principal_is_repaid_to_the_unit() {
    Random random = new Random(8);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      RepaymentSchedule before = loan.schedule();
      LocalDate date = dayOf(before, random).minusDays(1);
      List<Instalment> kept = before.dueThrough(date);
      if (kept.size() == before.instalments().size()) {
        continue;
      }
      long principal = random.nextLong(2 * loan.principalMinor());
      long interest = random.nextLong(1 + loan.principalMinor() / 100);
      RepaymentSchedule after =
          ScheduleGenerator.after(before, date, principal, interest, loan.terms());
      assertThat(after.dueThrough(date)).as("%s", loan).isEqualTo(kept);
      assertThat(after.totalPrincipalMinor())
          .isEqualTo(kept.stream().mapToLong(Instalment::principalMinor).sum() + principal);
    }
  }

  @Test
  void interest_only_is_the_same_again_when_nothing_changes_on_a_due_date() {
    Random random = new Random(9);
    for (int i = 0; i < LOANS; i++) {
      RandomTerms loan = RandomTerms.draw(random);
      ScheduleTerms terms =
          new Terms(loan.terms())
              .amortized(Amortization.INTEREST_ONLY)
              .method(
                  random.nextBoolean()
                      ? InterestMethod.DECLINING_BALANCE_DAILY
                      : InterestMethod.DECLINING_BALANCE_PER_PERIOD)
              .grace(0, 0)
              .made();
      RepaymentSchedule before =
          ScheduleGenerator.generate(terms, loan.start(), loan.principalMinor());
      int index = random.nextInt(before.instalments().size());
      LocalDate date = before.instalments().get(index).from();
      assertThat(ScheduleGenerator.after(before, date, loan.principalMinor(), 0, terms))
          .as("%s", loan)
          .isEqualTo(before);
    }
  }

  static LocalDate dayOf(RepaymentSchedule schedule, Random random) {
    long days = schedule.end().toEpochDay() - schedule.start().toEpochDay();
    return schedule.start().plusDays(random.nextLong(days + 1));
  }

  private static RandomTerms levelLoan(Random random) {
    RandomTerms loan = RandomTerms.draw(random);
    int count = 1 + random.nextInt(36);
    ScheduleTerms terms = loan.terms();
    ScheduleTerms level =
        Terms.of(count, terms.firstDueDate().toString())
            .rate(terms.annualRate().toPlainString())
            .days(terms.dayCountConvention())
            .every(random.nextBoolean() ? RepaymentFrequency.MONTHLY : RepaymentFrequency.WEEKLY)
            .method(
                random.nextBoolean()
                    ? InterestMethod.DECLINING_BALANCE_DAILY
                    : InterestMethod.DECLINING_BALANCE_PER_PERIOD)
            .made();
    return new RandomTerms(level, level.dueDates().at(-1), 1_000_000 + loan.principalMinor());
  }
}
