package io.cascadeledger.loan.view;

import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * 300.00 in three instalments of 100.00. A row has number and due date, then penalties, fees,
 * interest and principal: due, paid in advance, on time and late, and outstanding.
 */
final class ScheduleViewTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final Agreed TERMS =
      Agreed.monthly().lent(30_000L).every(RepaymentFrequency.MONTHLY, 3, JANUARY);

  private static InstalmentOrder order(FutureInstalments future) {
    return new InstalmentOrder(
        Stream.of(DueBucket.values())
            .flatMap(
                bucket ->
                    Stream.of(Component.values()).map(component -> new Slot(bucket, component)))
            .toList(),
        InstalmentOrder.Direction.HORIZONTAL,
        future);
  }

  @Test
  void a_new_loan_has_all_outstanding_with_the_interest_to_come() {
    assertThat(ServicedLoan.paidOut(PAYOUT, TERMS).schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 300 10000
            2 2026-02-01 | 0 0 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 200 10000
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
  }

  @Test
  void what_is_paid_stands_with_its_instalment_by_when_it_came() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS)
            .closing(PAYOUT, JANUARY.minusDays(11))
            .pays("early", JANUARY.minusDays(10), 1_000)
            .closing(JANUARY.minusDays(10), JANUARY.minusDays(1))
            .pays("on time", JANUARY, 5_000)
            .told(commands(JANUARY.plusDays(1)).assessFee("fee", 50))
            .pays("late", JANUARY.plusDays(1), 5_000);

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 298 10000 | 0 0 210 790 | 0 0 88 4912 | 0 0 0 4298 | 0 0 0 0
            2 2026-02-01 | 0 50 200 10000 | 0 50 0 652 | 0 0 0 0 | 0 0 0 0 | 0 0 200 9348
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
  }

  @Test
  void what_is_waived_or_paid_out_of_suspense_is_paid_and_what_is_charged_back_is_not() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS)
            .closing(PAYOUT, JANUARY.minusDays(1))
            .pays("payment", JANUARY, 10_300)
            .told(more(JANUARY.plusDays(1)).chargeBack("back", "payment", 4_000))
            .told(
                more(JANUARY.plusDays(2))
                    .waive("waiver", 100, new PaymentTarget.OneComponent(Component.PRINCIPAL)));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 300 6000 | 0 0 0 100 | 0 0 0 3900
            2 2026-02-01 | 0 0 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 200 10000
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
  }

  @Test
  void an_instalment_that_was_paid_from_the_end_stays_in_view() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT, TERMS.split(order(FutureInstalments.LAST_FIRST), Excess.SUSPENSE))
            .closing(PAYOUT, JANUARY.minusDays(1))
            .pays("payment", JANUARY, 10_300 + 14_000);

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0
            2 2026-02-01 | 0 0 200 10000 | 0 0 0 4000 | 0 0 0 0 | 0 0 0 0 | 0 0 200 6000
            3 2026-03-01 | 0 0 0 10000 | 0 0 0 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0
            """);
  }

  @Test
  void instalments_that_became_smaller_have_their_parts_of_what_was_paid_in_advance() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT, TERMS.split(order(FutureInstalments.REAMORTIZE), Excess.SUSPENSE))
            .closing(PAYOUT, JANUARY.minusDays(1))
            .pays("payment", JANUARY, 10_300 + 14_000);

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0
            2 2026-02-01 | 0 0 60 10000 | 0 0 0 7000 | 0 0 0 0 | 0 0 0 0 | 0 0 60 3000
            3 2026-03-01 | 0 0 30 10000 | 0 0 0 7000 | 0 0 0 0 | 0 0 0 0 | 0 0 30 3000
            """);
  }

  @Test
  void an_overdue_loan_shows_the_interest_that_each_period_has_earned() {
    assertThat(ServicedLoan.paidOut(PAYOUT, TERMS).closing(PAYOUT, FEBRUARY).schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 300 10000
            2 2026-02-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 300 10000
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
  }

  @Test
  void the_parts_outstanding_sum_to_the_balance() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS)
            .closing(PAYOUT, FEBRUARY)
            .told(commands(JANUARY).assessFee("fee", 70), more(JANUARY).assessPenalty("late", 90))
            .pays("payment", FEBRUARY, 4_321);
    List<InstalmentView> schedule = ScheduleView.of(loan.state());

    assertThat(sum(schedule, Component.PRINCIPAL)).isEqualTo(loan.balance().principalMinor());
    assertThat(sum(schedule, Component.FEES)).isEqualTo(loan.balance().feesMinor());
    assertThat(sum(schedule, Component.PENALTIES)).isEqualTo(loan.balance().penaltiesMinor());
    assertThat(schedule)
        .allSatisfy(
            row ->
                assertThat(row.due())
                    .isEqualTo(
                        row.inAdvance()
                            .plus(row.onTime())
                            .plus(row.late())
                            .plus(row.outstanding())));
  }

  private static long sum(List<InstalmentView> schedule, Component component) {
    return schedule.stream().mapToLong(row -> row.outstanding().minor(component)).sum();
  }
}
