package io.cascadeledger.loan.view;

import static io.cascadeledger.given.AgreedCharges.flat;
import static io.cascadeledger.given.AgreedCharges.flatOn;
import static io.cascadeledger.given.AgreedCharges.penalty;
import static io.cascadeledger.given.ServicedLoan.commands;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 1200.00 in twelve instalments of 100.00 from January on, with 12.00 of interest a month. */
final class AgreedChargesViewTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final Agreed TERMS = Agreed.monthly();

  @Test
  void a_loan_that_is_paid_off_is_charged_no_more() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT,
                TERMS.charging(
                    flat("service", 300, ChargeDue.INSTALMENT), flatOn("annual", 900, FEBRUARY)))
            .closing(PAYOUT, JANUARY.minusDays(1));
    PayoffQuote quote = PayoffQuote.of(loan.state(), JANUARY);
    loan.pays("all", JANUARY, quote.totalMinor()).closing(JANUARY, FEBRUARY.plusDays(9));

    assertThat(quote.feesMinor()).isEqualTo(300);
    assertThat(loan.balance().isZero()).isTrue();
    assertThat(loan.schedule()).doesNotContain("| 0 300 0 0\n").doesNotContain("900");
  }

  @Test
  void the_schedule_shows_what_is_still_to_come_with_its_instalment() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
            PAYOUT,
            TERMS
                .lent(30_000L)
                .every(TERMS.frequency(), 3, JANUARY)
                .charging(
                    flat("service", 40, ChargeDue.INSTALMENT),
                    penalty(flatOn("check", 70, JANUARY.plusDays(9)))));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 40 300 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 40 300 10000
            2 2026-02-01 | 70 40 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 70 40 200 10000
            3 2026-03-01 | 0 40 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 40 100 10000
            """);
    loan.closing(PAYOUT, JANUARY.minusDays(1)).pays("january", JANUARY, 10_340);
    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-01 | 0 40 300 10000 | 0 0 0 0 | 0 40 300 10000 | 0 0 0 0 | 0 0 0 0
            2 2026-02-01 | 70 40 200 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 70 40 200 10000
            3 2026-03-01 | 0 40 100 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 40 100 10000
            """);
  }

  @Test
  void a_quote_has_what_will_have_been_charged_by_its_day() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.charging(flat("service", 300, ChargeDue.INSTALMENT)))
            .closing(PAYOUT, JANUARY.minusDays(5));

    assertThat(PayoffQuote.of(loan.state(), JANUARY.minusDays(1)).feesMinor()).isZero();
    PayoffQuote onTheDay = PayoffQuote.of(loan.state(), JANUARY);
    assertThat(onTheDay.feesMinor()).isEqualTo(300);
    assertThat(onTheDay.totalMinor()).isEqualTo(120_000 + 1_200 + 300);
    loan.closing(JANUARY.minusDays(4), JANUARY.minusDays(1))
        .told(commands(JANUARY).pay("all", onTheDay.totalMinor()));
    assertThat(loan.balance().isZero()).isTrue();
  }

  @Test
  void a_quote_has_what_lateness_will_have_cost_by_its_day() {
    LateCharge charge = new LateCharge(Component.PENALTIES, 3, 0, new BigDecimal("10"));
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.late(charge)).closing(PAYOUT, JANUARY.minusDays(9));

    assertThat(PayoffQuote.of(loan.state(), JANUARY.plusDays(4)).penaltiesMinor()).isZero();
    PayoffQuote late = PayoffQuote.of(loan.state(), JANUARY.plusDays(5));
    assertThat(late.penaltiesMinor()).as("10 %% of 112.00").isEqualTo(1_120);
    loan.closing(JANUARY.minusDays(8), JANUARY.plusDays(4))
        .told(commands(JANUARY.plusDays(5)).pay("all", late.totalMinor()));
    assertThat(loan.balance().isZero()).isTrue();
  }
}
