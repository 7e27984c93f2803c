package io.cascadeledger.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepaymentScheduleTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Instalment FIRST = new Instalment(1, JANUARY, FEBRUARY, 100, 10);
  private static final Instalment SECOND = new Instalment(2, FEBRUARY, MARCH, 200, 5);
  private static final RepaymentSchedule SCHEDULE = new RepaymentSchedule(List.of(FIRST, SECOND));

  @Test
  void a_schedule_knows_its_totals_and_its_ends() {
    assertThat(SCHEDULE.totalPrincipalMinor()).isEqualTo(300);
    assertThat(SCHEDULE.totalInterestMinor()).isEqualTo(15);
    assertThat(SCHEDULE.totalMinor()).isEqualTo(315);
    assertThat(SCHEDULE.start()).isEqualTo(JANUARY);
    assertThat(SCHEDULE.end()).isEqualTo(MARCH);
  }

  @Test
  void an_instalment_is_due_through_its_due_date_and_next_until_then() {
    assertThat(SCHEDULE.dueThrough(FEBRUARY.minusDays(1))).isEmpty();
    assertThat(SCHEDULE.dueThrough(FEBRUARY)).containsExactly(FIRST);
    assertThat(SCHEDULE.dueThrough(MARCH)).containsExactly(FIRST, SECOND);
    assertThat(SCHEDULE.nextAfter(JANUARY.minusYears(1))).contains(FIRST);
    assertThat(SCHEDULE.nextAfter(FEBRUARY.minusDays(1))).contains(FIRST);
    assertThat(SCHEDULE.nextAfter(FEBRUARY)).contains(SECOND);
    assertThat(SCHEDULE.nextAfter(MARCH)).isEmpty();
  }

  @Test
  void a_due_date_belongs_to_the_period_that_it_begins() {
    assertThat(SCHEDULE.ofPeriod(JANUARY.minusDays(1))).isEmpty();
    assertThat(SCHEDULE.ofPeriod(JANUARY)).contains(FIRST);
    assertThat(SCHEDULE.ofPeriod(FEBRUARY)).contains(SECOND);
    assertThat(SCHEDULE.ofPeriod(MARCH)).isEmpty();
  }

  @Test
  void a_schedule_has_no_gaps() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RepaymentSchedule(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new RepaymentSchedule(List.of(SECOND)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RepaymentSchedule(List.of(FIRST, FIRST)));
    Instalment late = new Instalment(2, FEBRUARY.plusDays(1), MARCH, 200, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RepaymentSchedule(List.of(FIRST, late)));
    Instalment huge = new Instalment(2, FEBRUARY, MARCH, Long.MAX_VALUE, 0);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new RepaymentSchedule(List.of(FIRST, huge)));
  }

  @Test
  void an_instalment_takes_time_and_nothing_below_zero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instalment(1, JANUARY, JANUARY, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instalment(1, JANUARY, FEBRUARY, -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instalment(1, JANUARY, FEBRUARY, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instalment(0, JANUARY, FEBRUARY, 1, 1));
  }
}
