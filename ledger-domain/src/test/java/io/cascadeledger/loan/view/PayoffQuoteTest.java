package io.cascadeledger.loan.view;

import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.PaymentKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PayoffQuoteTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate TENTH = LocalDate.of(2025, 12, 10);

  @Test
  void a_quote_names_each_part_and_what_a_further_day_costs() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly())
            .closing(PAYOUT, TENTH)
            .told(commands(TENTH).assessFee("fee", 500), more(TENTH).assessPenalty("late", 200));

    assertThat(PayoffQuote.of(loan.state(), TENTH.plusDays(1)))
        .isEqualTo(new PayoffQuote(TENTH.plusDays(1), 200, 500, 400, 0, 120_000, 0, 40));
    assertThat(PayoffQuote.of(loan.state(), TENTH.plusDays(5)))
        .isEqualTo(new PayoffQuote(TENTH.plusDays(5), 200, 500, 400, 160, 120_000, 0, 40));
    assertThat(PayoffQuote.of(loan.state(), TENTH.plusDays(5)).totalMinor()).isEqualTo(121_260);
  }

  @Test
  void each_of_the_ten_days_ahead_costs_the_per_diem_of_the_day_before() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly().counting(DayCountConvention.ACT_365))
            .closing(PAYOUT, TENTH);

    for (int days = 1; days <= 10; days++) {
      PayoffQuote before = PayoffQuote.of(loan.state(), TENTH.plusDays(days));
      PayoffQuote after = PayoffQuote.of(loan.state(), TENTH.plusDays(days + 1));
      assertThat(after.totalMinor() - before.totalMinor()).isEqualTo(before.perDiemMinor());
    }
  }

  @Test
  void what_is_kept_for_the_borrower_is_taken_off() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, Agreed.monthly())
            .pays("too early", PAYOUT, 5_000)
            .told(commands(PAYOUT).disburse("payout", 120_000))
            .told(dayEnd(PAYOUT));

    PayoffQuote quote = PayoffQuote.of(loan.state(), PAYOUT.plusDays(1));

    assertThat(quote.totalMinor()).isEqualTo(115_040);
    loan.pays("rest", PAYOUT.plusDays(1), quote.totalMinor())
        .told(more(PAYOUT.plusDays(1)).apply("kept", quote.suspenseMinor(), null));
    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
  }

  @ParameterizedTest(name = "{0} {1}, days ended through {2}, paid on {3}")
  @CsvSource({
    "DECLINING_BALANCE_DAILY,      ACT_365,      2025-12-14, 2025-12-15",
    "DECLINING_BALANCE_DAILY,      ACT_ACT,      2025-12-31, 2026-01-01",
    "DECLINING_BALANCE_DAILY,      ACT_ACT_ICMA, 2025-12-31, 2026-02-17",
    "DECLINING_BALANCE_DAILY,      THIRTY_360,   2026-02-01, 2026-03-03",
    "DECLINING_BALANCE_PER_PERIOD, ACT_360,      2025-12-14, 2025-12-15",
    "FLAT,                         ACT_360,      2025-12-14, 2026-03-03"
  })
  void paying_the_quote_leaves_exactly_nothing(
      InterestMethod method, DayCountConvention days, LocalDate closed, LocalDate paid) {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT, Agreed.monthly().counting(days).by(method, Amortization.EQUAL_INSTALMENTS))
            .closing(PAYOUT, closed)
            .pays("some", PAYOUT.plusDays(7), 3_333);

    PayoffQuote quote = PayoffQuote.of(loan.state(), paid);
    loan.told(dayEnd(paid.minusDays(1)))
        .told(more(paid).pay("payoff", quote.totalMinor(), PaymentKind.PAYOFF))
        .told(dayEnd(paid), dayEnd(paid.plusDays(1)));

    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(loan.asked(LoanCommands.inUsd().on(paid).close())).isEmpty();
  }

  @Test
  void a_loan_that_the_lender_services_is_quoted_as_it_stands() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, Agreed.monthly().with(null))
            .told(commands(PAYOUT).disburse("payout", 120_000))
            .told(commands(TENTH).accrue("interest", 700));

    assertThat(PayoffQuote.of(loan.state(), TENTH.plusDays(3)))
        .isEqualTo(new PayoffQuote(TENTH.plusDays(3), 0, 0, 700, 0, 120_000, 0, 0));
  }
}
