package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
