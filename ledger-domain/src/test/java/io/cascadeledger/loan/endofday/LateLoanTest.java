package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateLoanTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 11, 1);
  private static final LocalDate DUE = LocalDate.of(2025, 12, 1);
  private static final LocalDate NEXT = LocalDate.of(2026, 1, 1);

  /** 100.00 of principal and 12.00 of interest fall due on 1 December. */
  private static Agreed terms() {
    return Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, DUE);
  }

  private static ServicedLoan paidOut(Agreed terms) {
    return ServicedLoan.paidOut(PAYOUT, terms).closing(PAYOUT, DUE.minusDays(1));
  }

  /** What is paid late pays the interest of the days since first, 0.40 each, by the default. */
  @ParameterizedTest(name = "grace {0}, {1} and {2} %, {3} paid on {4}: {5} on {6}")
  @CsvSource({
    "0, 1500, 0,    0, 2025-12-01, 1500, 2025-12-02",
    "3, 1500, 0,    0, 2025-12-01, 1500, 2025-12-05",
    "3,    0, 5,    0, 2025-12-01,  560, 2025-12-05",
    "3, 1500, 5,    0, 2025-12-01, 2060, 2025-12-05",
    "3,    0, 5, 5000, 2025-12-01,  310, 2025-12-05",
    "3, 1500, 5, 11199, 2025-12-01, 1500, 2025-12-05",
    "3, 1500, 5, 11200, 2025-12-01,    0, 2025-12-05",
    "3, 1500, 5, 11320, 2025-12-04,    0, 2025-12-05",
    "3, 1500, 5, 11360, 2025-12-05,    0, 2025-12-05",
    "3,    0, 0,    0, 2025-12-01,    0, 2025-12-05"
  })
  void an_instalment_that_is_not_paid_in_time_is_charged_for_once(
      int grace,
      long flat,
      BigDecimal percent,
      long paid,
      LocalDate on,
      long charged,
      LocalDate charging) {
    ServicedLoan loan =
        paidOut(terms().late(new LateCharge(Component.PENALTIES, grace, flat, percent)));
    if (paid > 0) {
      loan.pays("payment", on, paid);
    }

    loan.closing(DUE, charging.minusDays(1));
    assertThat(loan.events(PenaltyAssessed.class)).isEmpty();
    loan.closing(charging, NEXT);

    assertThat(loan.events(PenaltyAssessed.class))
        .extracting(it -> it.amount().minorUnits() + " " + it.effectiveDate())
        .isEqualTo(charged == 0 ? List.of() : List.of(charged + " " + charging));
    loan.told(dayEnd(charging));
    assertThat(loan.booked("4300")).isEqualTo(-charged);
  }

  @Test
  void each_late_instalment_is_charged_for_on_its_own_day_when_days_are_caught_up() {
    LateCharge charge = new LateCharge(Component.FEES, 3, 1_500, BigDecimal.ZERO);
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, terms().late(charge));

    loan.told(dayEnd(NEXT.plusDays(4)));

    assertThat(loan.events(FeeAssessed.class))
        .extracting(it -> it.amount().minorUnits() + " " + it.effectiveDate())
        .containsExactly("1500 2025-12-05", "1500 2026-01-05");
  }

  @Test
  void a_payment_of_the_next_day_that_has_arrived_does_not_make_an_instalment_paid_in_time() {
    LateCharge charge = new LateCharge(Component.FEES, 0, 1_500, BigDecimal.ZERO);
    ServicedLoan loan = paidOut(terms().late(charge)).told(dayEnd(DUE));

    loan.pays("late", DUE.plusDays(2), 11_200).told(dayEnd(DUE.plusDays(1)));

    assertThat(loan.booked("4200")).isEqualTo(-1_500);
    assertThat(loan.events(DelinquencyChanged.class)).hasSize(1);
  }

  @Test
  void a_loan_grows_late_step_by_step_and_is_current_again_when_it_is_paid() {
    ServicedLoan loan = paidOut(terms()).closing(DUE, DUE.plusDays(95));
    loan.pays("all overdue", DUE.plusDays(96), 50_000).told(dayEnd(DUE.plusDays(96)));

    assertThat(loan.events(DelinquencyChanged.class))
        .extracting(
            it ->
                it.effectiveDate()
                    + " "
                    + it.bucket()
                    + " "
                    + it.daysPastDue()
                    + " "
                    + it.overdueMinor())
        .containsExactly(
            "2025-12-02 DAYS_1_TO_30 1 11200",
            "2026-01-01 DAYS_31_TO_60 31 11200",
            "2026-01-31 DAYS_61_TO_90 61 22400",
            "2026-03-02 OVER_90_DAYS 91 44800",
            "2026-03-07 CURRENT 0 0");
  }

  @Test
  void days_of_grace_are_not_late_and_count_when_they_are_over() {
    ServicedLoan loan = paidOut(terms().grace(0, 0, 5)).closing(DUE, DUE.plusDays(10));

    assertThat(loan.events(DelinquencyChanged.class))
        .extracting(it -> it.effectiveDate() + " " + it.daysPastDue())
        .containsExactly("2025-12-07 6");
    assertThat(Delinquency.of(loan.state(), DUE.plusDays(5)).overdueMinor()).isEqualTo(11_200);
  }

  @Test
  void what_was_said_of_a_later_day_is_not_taken_back() {
    ServicedLoan loan = paidOut(terms()).closing(DUE, DUE.plusDays(35));

    loan.told(dayEnd(DUE.plusDays(20)));

    assertThat(loan.events(DelinquencyChanged.class)).hasSize(2);
  }
}
