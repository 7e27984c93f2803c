package io.cascadeledger.loan.schedule;

import static io.cascadeledger.loan.terms.Amortization.EQUAL_PRINCIPAL;
import static io.cascadeledger.loan.terms.Amortization.INTEREST_ONLY;
import static io.cascadeledger.loan.terms.InterestMethod.DECLINING_BALANCE_DAILY;
import static io.cascadeledger.loan.terms.InterestMethod.FLAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.loan.terms.DayCountConvention;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rows: number, due date, principal, interest, and both together. */
final class RegenerationTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 15);

  @Test
  void a_higher_rate_on_a_due_date_changes_the_instalments_after_it() {
    Terms terms = Terms.of(12, "2026-02-15");
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 10_000_000);
    check(
        ScheduleGenerator.after(
            before, LocalDate.of(2026, 7, 15), 5_074_810, 0, terms.rate("0.09").made()),
        """
        1 2026-02-15 810664 50000 860664
        2 2026-03-15 814717 45947 860664
        3 2026-04-15 818791 41873 860664
        4 2026-05-15 822885 37779 860664
        5 2026-06-15 826999 33665 860664
        6 2026-07-15 831134 29530 860664
        7 2026-08-15 830081 38061 868142
        8 2026-09-15 836307 31835 868142
        9 2026-10-15 842579 25563 868142
        10 2026-11-15 848898 19244 868142
        11 2026-12-15 855265 12877 868142
        12 2027-01-15 861680 6463 868143
        total 10000000 372837 10372837
        """);
  }

  /** 3750 is 15 days on 750000; the other 15 days of the period earn on 1550000. */
  @Test
  void a_further_disbursement_within_a_period_is_spread_over_the_instalments_to_come() {
    Terms terms =
        Terms.of(4, "2026-02-01")
            .rate("0.12")
            .days(DayCountConvention.THIRTY_360)
            .method(DECLINING_BALANCE_DAILY)
            .amortized(EQUAL_PRINCIPAL);
    RepaymentSchedule before =
        ScheduleGenerator.generate(terms.made(), LocalDate.of(2026, 1, 1), 1_000_000);
    check(
        ScheduleGenerator.after(
            before, LocalDate.of(2026, 2, 16), 750_000 + 800_000, 3_750, terms.made()),
        """
        1 2026-02-01 250000 10000 260000
        2 2026-03-01 516667 11500 528167
        3 2026-04-01 516667 10333 527000
        4 2026-05-01 516666 5167 521833
        total 1800000 37000 1837000
        """);
  }

  @Test
  void extra_term_of_flat_interest_costs_interest_on_the_whole_principal() {
    Terms terms = Terms.of(6, "2026-02-15").rate("0.10").method(FLAT);
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 600_000);
    ScheduleTerms longer = Terms.of(9, "2026-02-15").rate("0.10").method(FLAT).made();
    check(
        ScheduleGenerator.after(before, LocalDate.of(2026, 4, 15), 300_000, 0, longer),
        """
        1 2026-02-15 100000 5000 105000
        2 2026-03-15 100000 5000 105000
        3 2026-04-15 100000 5000 105000
        4 2026-05-15 50000 5000 55000
        5 2026-06-15 50000 5000 55000
        6 2026-07-15 50000 5000 55000
        7 2026-08-15 50000 5000 55000
        8 2026-09-15 50000 5000 55000
        9 2026-10-15 50000 5000 55000
        total 600000 45000 645000
        """);
  }

  @Test
  void flat_interest_that_was_earned_within_a_period_is_spread_with_the_rest() {
    Terms terms = Terms.of(6, "2026-02-15").rate("0.10").method(FLAT);
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 600_000);
    // 31 days; on the 12th of them 12/31 of 5000 are earned
    assertThat(
            ScheduleGenerator.after(
                before, LocalDate.of(2026, 1, 27), 600_000, 1_935, terms.made()))
        .isEqualTo(before);
  }

  /** 59 days at 360 to the year on 200000 x 0.09: 2950. */
  @Test
  void moved_due_dates_make_the_period_before_them_longer() {
    Terms terms = aged(4, "2026-01-31");
    RepaymentSchedule before =
        ScheduleGenerator.generate(terms.made(), LocalDate.of(2025, 12, 31), 200_000);
    check(
        ScheduleGenerator.after(
            before, LocalDate.of(2026, 3, 10), 200_000, 500, aged(5, "2026-04-28").made()),
        """
        1 2026-01-31 0 1550 1550
        2 2026-02-28 0 1400 1400
        3 2026-04-28 0 2950 2950
        4 2026-05-28 0 1500 1500
        5 2026-06-28 200000 1550 201550
        total 200000 8950 208950
        """);
  }

  @Test
  void grace_goes_by_the_number_of_an_instalment() {
    Terms terms = Terms.of(6, "2026-02-15").rate("0.12").amortized(EQUAL_PRINCIPAL);
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 600_000);
    check(
        ScheduleGenerator.after(
            before, LocalDate.of(2026, 3, 15), 400_000, 0, terms.grace(4, 3).made()),
        """
        1 2026-02-15 100000 6000 106000
        2 2026-03-15 100000 5000 105000
        3 2026-04-15 0 0 0
        4 2026-05-15 0 8000 8000
        5 2026-06-15 200000 4000 204000
        6 2026-07-15 200000 2000 202000
        total 600000 25000 625000
        """);
  }

  @Test
  void nothing_is_due_any_more_when_all_is_repaid_early() {
    Terms terms = Terms.of(4, "2026-02-15");
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 600_000);
    RepaymentSchedule after =
        ScheduleGenerator.after(before, LocalDate.of(2026, 2, 20), 0, 123, terms.made());
    assertThat(after.instalments().getFirst()).isEqualTo(before.instalments().getFirst());
    assertThat(after.instalments().get(1).totalMinor()).isEqualTo(123);
    assertThat(after.dueThrough(after.end()).subList(2, 4)).allMatch(row -> row.totalMinor() == 0);
  }

  @Test
  void terms_without_a_further_instalment_are_refused() {
    Terms terms = Terms.of(4, "2026-02-15");
    RepaymentSchedule before = ScheduleGenerator.generate(terms.made(), START, 600_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduleGenerator.after(before, before.end(), 600_000, 0, terms.made()))
        .withMessageContaining("no instalment is left");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduleGenerator.after(before, START, -1, 0, terms.made()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduleGenerator.after(before, START, 1, -1, terms.made()));
  }

  private static Terms aged(int count, String firstDue) {
    return Terms.of(count, firstDue)
        .rate("0.09")
        .days(DayCountConvention.ACT_360)
        .method(DECLINING_BALANCE_DAILY)
        .amortized(INTEREST_ONLY);
  }

  private static void check(RepaymentSchedule schedule, String table) {
    assertThat(Terms.table(schedule)).isEqualTo(table);
  }
}
