package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.AgreedCharges;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 400.00 of which a quarter falls due at once, the rest in three instalments. */
final class DownPaymentTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final Agreed TERMS =
      Agreed.monthly().lent(40_000L).every(RepaymentFrequency.MONTHLY, 3, JANUARY).down(0, "25");

  @ParameterizedTest(name = "{0} or {1} % of {2}: {3} at once")
  @CsvSource({
    "    0, 25,    40000, 10000",
    "    0, 33.33, 1000,  333",
    "    0, 12.5,  1004,  126",
    " 5000, 0,     40000, 5000",
    " 5000, 0,     4000,  4000"
  })
  void a_part_of_each_disbursement_falls_due_on_its_day(
      long flat, String percent, long disbursed, long minor) {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS.down(flat, percent))
            .told(commands(PAYOUT).disburse("payout", disbursed));

    assertThat(loan.schedule()).startsWith("0 2025-12-01 | 0 0 0 %d |".formatted(minor));
    assertThat(loan.balance().principalMinor()).isEqualTo(disbursed);
  }

  @Test
  void the_rest_is_spread_over_the_instalments() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, TERMS);

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            0 2025-12-01 | 0 0 0 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 10000
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 300 10000
            2 2026-02-01 | 0 0 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 200 10000
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
    loan.told(more(PAYOUT).pay("down", 10_000, PaymentKind.DOWN_PAYMENT))
        .closing(PAYOUT, JANUARY.minusDays(1))
        .pays("january", JANUARY, 10_300);
    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            0 2025-12-01 | 0 0 0 10000 | 0 0 0 0 | 0 0 0 10000 | 0 0 0 0 | 0 0 0 0
            1 2026-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0
            2 2026-02-01 | 0 0 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 200 10000
            3 2026-03-01 | 0 0 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 10000
            """);
  }

  @Test
  void each_disbursement_has_its_own_and_the_oldest_is_paid_first() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS)
            .told(commands(PAYOUT).disburse("first", 20_000))
            .pays("some", PAYOUT, 4_000)
            .closing(PAYOUT, JANUARY.plusDays(9))
            .told(commands(JANUARY.plusDays(10)).disburse("second", 20_000));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            0 2025-12-01 | 0 0 0 5000 | 0 0 0 0 | 0 0 0 4000 | 0 0 0 0 | 0 0 0 1000
            1 2026-01-01 | 0 0 160 5000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 160 5000
            0 2026-01-11 | 0 0 0 5000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 5000
            2 2026-02-01 | 0 0 220 12500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 220 12500
            3 2026-03-01 | 0 0 125 12500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 125 12500
            """);
  }

  @Test
  void a_down_payment_that_is_not_made_is_late_and_costs_like_an_instalment() {
    LateCharge rule = new LateCharge(Component.PENALTIES, 2, 1_500, BigDecimal.ZERO);
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.late(rule)).closing(PAYOUT, PAYOUT.plusDays(5));

    Delinquency late = Delinquency.of(loan.state(), PAYOUT.plusDays(5));
    assertThat(late.daysPastDue()).isEqualTo(5);
    assertThat(late.overdueMinor()).isEqualTo(10_000);
    assertThat(loan.charges()).containsExactly("2025-12-04 PENALTIES 1500 due null");
  }

  @Test
  void what_is_charged_with_the_disbursement_falls_due_with_the_down_payment() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
            PAYOUT, TERMS.charging(AgreedCharges.flat("origination", 500, ChargeDue.DISBURSEMENT)));

    assertThat(loan.schedule()).startsWith("0 2025-12-01 | 0 500 0 10000 |");
  }
}
