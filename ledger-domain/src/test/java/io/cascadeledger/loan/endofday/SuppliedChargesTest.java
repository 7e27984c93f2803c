package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.ServicedLoan.commands;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A schedule of the lender with fees and penalties, without interest. */
final class SuppliedChargesTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate FIRST = LocalDate.of(2025, 12, 20);
  private static final LocalDate SECOND = LocalDate.of(2026, 1, 10);
  private static final LocalDate THIRD = LocalDate.of(2026, 2, 10);
  private static final Agreed TERMS =
      Agreed.monthly()
          .at("0")
          .supplied(
              List.of(
                  new ScheduledInstalment(1, FIRST, 40_000, 0, 250, 0),
                  new ScheduledInstalment(2, SECOND, 50_000, 0, 0, 0),
                  new ScheduledInstalment(3, THIRD, 30_000, 0, 100, 75)));

  @Test
  void fees_and_penalties_are_booked_by_the_end_of_the_day_before_they_fall_due() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, TERMS).closing(PAYOUT, THIRD);

    assertThat(loan.charges())
        .containsExactly(
            "2025-12-19 FEES 250 due 2025-12-20",
            "2026-02-09 PENALTIES 75 due 2026-02-10",
            "2026-02-09 FEES 100 due 2026-02-10");
    assertThat(loan.events(FeeAssessed.class).getFirst().feeType()).isEqualTo("scheduled");
  }

  @Test
  void the_schedule_is_as_supplied_before_and_after_they_are_booked() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, TERMS);
    String supplied =
        """
        1 2025-12-20 | 0 250 0 40000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 250 0 40000
        2 2026-01-10 | 0 0 0 50000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 50000
        3 2026-02-10 | 75 100 0 30000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 75 100 0 30000
        """;

    assertThat(loan.schedule()).isEqualToIgnoringNewLines(supplied);
    assertThat(loan.closing(PAYOUT, FIRST.minusDays(1)).schedule())
        .isEqualToIgnoringNewLines(supplied);
  }

  @Test
  void of_a_loan_that_is_paid_out_in_part_the_first_instalments_are_open() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS).told(commands(PAYOUT).disburse("part", 60_000));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2025-12-20 | 0 250 0 40000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 250 0 40000
            2 2026-01-10 | 0 0 0 20000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 20000
            """);
    loan.told(commands(FIRST.minusDays(5)).disburse("rest", 60_000));
    assertThat(loan.schedule()).isEqualTo(ServicedLoan.paidOut(PAYOUT, TERMS).schedule());
  }

  @Test
  void the_fees_of_an_instalment_that_has_fallen_away_are_not_charged() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS)
            .told(commands(PAYOUT).disburse("part", 60_000))
            .closing(PAYOUT, THIRD.plusDays(3));

    assertThat(loan.charges()).containsExactly("2025-12-19 FEES 250 due 2025-12-20");
  }
}
