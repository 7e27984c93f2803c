package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuppliedScheduleTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  @Test
  void a_schedule_of_the_lender_keeps_its_dates_and_amounts() {
    List<ScheduledInstalment> supplied = List.of(row(1, 20, 300), row(2, 50, 700));
    assertThat(SuppliedSchedule.fault(supplied, START, 1_000)).isEmpty();
    assertThat(SuppliedSchedule.of(supplied, START, 1_000).instalments())
        .containsExactly(
            new Instalment(1, START, START.plusDays(20), 300, 9),
            new Instalment(2, START.plusDays(20), START.plusDays(50), 700, 9));
  }

  @Test
  void what_is_wrong_is_said_in_words() {
    assertThat(SuppliedSchedule.fault(List.of(), START, 0))
        .contains("a schedule has at least one instalment");
    assertThat(
            SuppliedSchedule.fault(
                Collections.nCopies(Limits.INSTALMENTS + 1, row(1, 20, 1)), START, 1))
        .contains("a schedule has at most 1200 instalments");
    assertThat(SuppliedSchedule.fault(List.of(row(1, 20, 300), row(3, 50, 700)), START, 1_000))
        .contains("instalment 2 has the number 3");
    assertThat(SuppliedSchedule.fault(List.of(row(1, 0, 300)), START, 300))
        .contains("instalment 1 is due on 2026-01-01, not after 2026-01-01");
    assertThat(SuppliedSchedule.fault(List.of(row(1, 20, 300), row(2, 20, 700)), START, 1_000))
        .contains("instalment 2 is due on 2026-01-21, not after 2026-01-21");
    assertThat(SuppliedSchedule.fault(List.of(row(1, 20, 300), row(2, 50, 600)), START, 1_000))
        .contains("the principal of the instalments is 900 and not 1000");
  }

  @Test
  void a_sum_that_is_too_large_is_noticed_before_it_overflows() {
    List<ScheduledInstalment> supplied = new ArrayList<>();
    for (int number = 1; number <= 200; number++) {
      supplied.add(row(number, number, Long.MAX_VALUE / 100));
    }
    assertThat(SuppliedSchedule.fault(supplied, START, 1_000))
        .contains("the instalments up to number 2 sum to too much");
  }

  private static ScheduledInstalment row(int number, int days, long principal) {
    return new ScheduledInstalment(number, START.plusDays(days), principal, 9, 1, 2);
  }

  private static final List<ScheduledInstalment> FOUR =
      List.of(row(1, 20, 300), row(2, 50, 0), row(3, 80, 300), row(4, 110, 400));

  private static String principal(RepaymentSchedule schedule) {
    return schedule.instalments().stream()
        .map(it -> it.principalMinor() + "+" + it.interestMinor())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "of 1000, {0} is paid out: {1}")
  @CsvSource({
    "1000, 300+9 0+9 300+9 400+9",
    " 999, 300+9 0+9 300+9 399+9",
    " 600, 300+9 0+9 300+9",
    " 400, 300+9 0+9 100+9",
    " 300, 300+9",
    "   1, 1+9"
  })
  void the_first_instalments_take_what_is_paid_out_and_those_at_the_end_fall_away(
      long minor, String rows) {
    assertThat(principal(SuppliedSchedule.of(FOUR, START, minor))).isEqualTo(rows);
  }

  @ParameterizedTest(name = "{0} first, then {1} after {2} days: {3}")
  @CsvSource({
    "400, 600, 10, 300+9 0+9 300+9 400+9",
    "300, 300, 10, 300+9 0+9 300+9",
    "300, 300, 20, 300+9 0+9 300+9",
    "300, 300, 60, 300+9 0+0 300+9",
    "300, 700, 60, 300+9 0+0 300+9 400+9",
    "300, 700, 90, 300+9 0+0 0+0 700+9"
  })
  void what_is_paid_out_later_goes_to_the_instalments_that_are_left(
      long first, long second, int days, String rows) {
    RepaymentSchedule before = SuppliedSchedule.of(FOUR, START, first);

    RepaymentSchedule after = SuppliedSchedule.after(before, START.plusDays(days), second, FOUR);

    assertThat(principal(after)).isEqualTo(rows);
    assertThat(after.totalPrincipalMinor()).isEqualTo(first + second);
  }

  @ParameterizedTest(name = "{0} left after {1} days: {2}")
  @CsvSource({
    "500, 10, 150+9 0+9 150+9 200+9",
    "333, 30, 300+9 0+9 142+9 191+9",
    "  0, 30, 300+9 0+9 0+9 0+9",
    "  0, 200, 300+9 0+9 300+9 400+9"
  })
  void what_was_paid_in_advance_makes_the_later_instalments_smaller_in_proportion(
      long left, int days, String rows) {
    RepaymentSchedule before = SuppliedSchedule.of(FOUR, START, 1_000);

    assertThat(principal(SuppliedSchedule.spread(before, START.plusDays(days), left)))
        .isEqualTo(rows);
  }
}
