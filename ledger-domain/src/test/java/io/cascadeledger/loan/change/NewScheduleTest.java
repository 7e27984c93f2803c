package io.cascadeledger.loan.change;

import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.endofday.Delinquency;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.NewSchedule;
import io.cascadeledger.loan.terms.NewSchedule.Arrears;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 300.00 by a schedule of the lender: 100.00 on each first of three months, and 6.00 of interest.
 */
final class NewScheduleTest {
  private static final LocalDate PAYOUT = LocalDate.of(2024, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final LocalDate LATER = LocalDate.of(2025, 3, 15);
  private static final LocalDate LAST = LocalDate.of(2025, 4, 15);
  private static final Agreed TERMS =
      Agreed.monthly()
          .lent(30_000L)
          .by(InterestMethod.FLAT, Amortization.EQUAL_PRINCIPAL)
          .supplied(
              List.of(
                  row(1, JANUARY, 10_000, 300, 0),
                  row(2, FEBRUARY, 10_000, 200, 0),
                  row(3, MARCH, 10_000, 100, 50)));

  private static ScheduledInstalment row(
      int number, LocalDate due, long principal, long interest, long fees) {
    return new ScheduledInstalment(number, due, principal, interest, fees, 0);
  }

  private static TermsChange instalments(Arrears arrears, ScheduledInstalment... rows) {
    return new TermsChange(null, null, null, null, null, new NewSchedule(List.of(rows), arrears));
  }

  private static ServicedLoan paidInJanuary() {
    return ServicedLoan.paidOut(PAYOUT, TERMS)
        .closing(PAYOUT, JANUARY.minusDays(1))
        .pays("january", JANUARY, 10_300)
        .closing(JANUARY, JANUARY.plusDays(8));
  }

  private static ServicedLoan overdue() {
    return paidInJanuary()
        .closing(JANUARY.plusDays(9), FEBRUARY.minusDays(1))
        .pays("some of february", FEBRUARY, 4_150)
        .closing(FEBRUARY, FEBRUARY.plusDays(8));
  }

  @Test
  void new_instalments_take_the_place_of_those_that_are_not_due() {
    ServicedLoan loan =
        paidInJanuary()
            .told(
                change(
                    "change",
                    JANUARY.plusDays(9),
                    instalments(
                        Arrears.STAY_DUE,
                        row(1, LATER, 12_000, 350, 25),
                        row(2, LAST, 8_000, 150, 0))));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2025-01-01 | 0 0 300 10000 | 0 0 0 0 | 0 0 300 10000 | 0 0 0 0 | 0 0 0 0
            2 2025-03-15 | 0 25 350 12000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 25 350 12000
            3 2025-04-15 | 0 0 150 8000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 150 8000
            """);
    loan.closing(JANUARY.plusDays(9), LATER.minusDays(1)).pays("march", LATER, 12_375);
    assertThat(Delinquency.of(loan.state(), LATER.plusDays(3)).overdueMinor()).isZero();
    loan.closing(LATER, LAST.minusDays(1)).pays("last", LAST, 8_150);
    assertThat(loan.balance().owedMinor()).isZero();
    assertThat(loan.balance().suspenseMinor()).isZero();
    assertThat(loan.charges()).containsExactly("2025-03-14 FEES 25 due 2025-03-15");
  }

  @Test
  void what_is_overdue_stays_due_or_is_spread_as_is_asked() {
    LocalDate day = FEBRUARY.plusDays(9);
    ServicedLoan staying =
        overdue()
            .told(change("c", day, instalments(Arrears.STAY_DUE, row(1, LATER, 10_000, 90, 0))));
    ServicedLoan spread =
        overdue().told(change("c", day, instalments(Arrears.SPREAD, row(1, LATER, 16_050, 90, 0))));

    assertThat(Delinquency.of(staying.state(), day).overdueMinor()).isEqualTo(6_050);
    assertThat(Delinquency.of(staying.state(), day).daysPastDue()).isEqualTo(9);
    assertThat(Delinquency.of(spread.state(), day).overdueMinor()).isZero();
    staying.closing(day, LATER.minusDays(1));
    spread.closing(day, LATER.minusDays(1));
    assertThat(staying.balance().owedMinor()).isEqualTo(16_140);
    assertThat(spread.balance().owedMinor()).isEqualTo(16_140);
  }

  @Test
  void interest_that_is_overdue_is_owed_with_the_first_new_instalment() {
    LocalDate day = FEBRUARY.plusDays(9);
    ServicedLoan loan =
        paidInJanuary()
            .closing(JANUARY.plusDays(9), day.minusDays(1))
            .told(
                change(
                    "change",
                    day,
                    instalments(
                        Arrears.SPREAD, row(1, LATER, 15_000, 90, 0), row(2, LAST, 5_000, 10, 0))));

    assertThat(loan.schedule().lines().skip(2).toList())
        .containsExactly(
            "3 2025-03-15 | 0 0 290 15000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 290 15000",
            "4 2025-04-15 | 0 0 10 5000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 10 5000");
  }

  @Test
  void what_is_charged_back_is_owed_beside_them() {
    ServicedLoan loan =
        paidInJanuary()
            .told(
                change(
                    "change",
                    JANUARY.plusDays(9),
                    instalments(
                        Arrears.STAY_DUE, row(1, LATER, 12_000, 0, 0), row(2, LAST, 8_000, 0, 0))))
            .told(more(JANUARY.plusDays(2)).chargeBack("chargeback", "january", 2_000));

    assertThat(loan.schedule().lines().toList().getLast())
        .isEqualTo("3 2025-04-15 | 0 0 0 8000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 8000");
    assertThat(Delinquency.of(loan.state(), JANUARY.plusDays(10)).overdueMinor()).isEqualTo(2_000);
  }

  @Test
  void before_anything_is_paid_out_the_whole_schedule_is_another() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS)
            .told(
                change(
                    "change",
                    PAYOUT,
                    instalments(
                        Arrears.STAY_DUE, row(1, LATER, 10_000, 5, 0), row(2, LAST, 20_000, 5, 0))))
            .told(commands(PAYOUT.plusDays(20)).disburse("payout", 30_000));

    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2025-03-15 | 0 0 5 10000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 5 10000
            2 2025-04-15 | 0 0 5 20000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 5 20000
            """);
  }

  @Test
  void only_the_rate_of_daily_interest_changes_beside_them() {
    TermsChange rate = new TermsChange(new BigDecimal("0.24"), null, null, null);
    ServicedLoan daily =
        ServicedLoan.paidOut(
            PAYOUT, TERMS.by(InterestMethod.DECLINING_BALANCE_DAILY, Amortization.EQUAL_PRINCIPAL));

    assertThat(refusal(paidInJanuary(), JANUARY.plusDays(9), rate))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    daily.told(change("rate", JANUARY, rate)).closing(PAYOUT, MARCH.minusDays(1));
    ServicedLoan before =
        ServicedLoan.paidOut(
                PAYOUT,
                TERMS.by(InterestMethod.DECLINING_BALANCE_DAILY, Amortization.EQUAL_PRINCIPAL))
            .closing(PAYOUT, MARCH.minusDays(1));
    assertThat(daily.balance().interestMinor()).isGreaterThan(before.balance().interestMinor());
  }

  @Test
  void what_does_not_fit_is_refused() {
    LocalDate day = JANUARY.plusDays(9);
    ServicedLoan loan = paidInJanuary();
    ServicedLoan computed =
        ServicedLoan.paidOut(
            PAYOUT, Agreed.monthly().every(RepaymentFrequency.MONTHLY, 3, JANUARY));
    ServicedLoan settled = paidInJanuary().pays("all", JANUARY.plusDays(9), 20_300);
    TermsChange fit = instalments(Arrears.STAY_DUE, row(1, LATER, 20_000, 0, 0));

    assertThat(refusal(loan, day, instalments(Arrears.STAY_DUE, row(1, LATER, 19_999, 0, 0))))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, day, instalments(Arrears.SPREAD, row(1, day, 20_000, 0, 0))))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, day, instalments(Arrears.SPREAD)))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, day, new TermsChange(null, 5, null, null)))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, day, new TermsChange(null, null, null, null)))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(computed, day, fit)).isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(settled, JANUARY.plusDays(9), fit)).isEqualTo(RefusalCode.NOTHING_OWED);
  }

  private static RefusalCode refusal(ServicedLoan loan, LocalDate on, TermsChange change) {
    return loan.asked(change("other", on, change)).map(Refused::code).orElseThrow();
  }
}
