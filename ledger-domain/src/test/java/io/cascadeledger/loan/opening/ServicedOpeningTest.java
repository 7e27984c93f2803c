package io.cascadeledger.loan.opening;

import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.loan.terms.DayCountConvention.ACT_365;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.refusal.RefusalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ServicedOpeningTest {
  private static final Agreed GOOD =
      Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, OPENED.plusMonths(1));

  private static ScheduledInstalment row(int number, LocalDate due, long principal) {
    return new ScheduledInstalment(number, due, principal, 100, 0, 0);
  }

  static Stream<Arguments> unsound() {
    LocalDate due = OPENED.plusMonths(1);
    RepaymentFrequency monthly = RepaymentFrequency.MONTHLY;
    InterestMethod daily = InterestMethod.DECLINING_BALANCE_DAILY;
    Amortization equal = Amortization.EQUAL_PRINCIPAL;
    return Stream.of(
        Arguments.of("no principal", GOOD.lent(null)),
        Arguments.of("no rate", GOOD.at(null)),
        Arguments.of("a rate that is no number", GOOD.at("twelve")),
        Arguments.of("a rate below zero", GOOD.at("-0.01")),
        Arguments.of("a rate above 1000 %", GOOD.at("10.01")),
        Arguments.of("a rate of 13 decimals", GOOD.at("0.0000000000001")),
        Arguments.of("a rate that is hardly any", GOOD.at("1e-999999999")),
        Arguments.of("no day count", GOOD.counting(null)),
        Arguments.of("no frequency", GOOD.every(null, 12, due)),
        Arguments.of("no number of instalments", GOOD.every(monthly, null, due)),
        Arguments.of("no instalments", GOOD.every(monthly, 0, due)),
        Arguments.of("too many instalments", GOOD.every(monthly, 1_201, due)),
        Arguments.of("no first due date", GOOD.every(monthly, 12, null)),
        Arguments.of("due when it is opened", GOOD.every(monthly, 12, OPENED)),
        Arguments.of("due beyond all dates", GOOD.every(monthly, 12, LocalDate.MAX)),
        Arguments.of("no interest method", GOOD.by(null, equal)),
        Arguments.of("no amortization", GOOD.by(daily, null)),
        Arguments.of("grace on all principal", GOOD.grace(12, 0, 0)),
        Arguments.of("grace on all interest", GOOD.grace(0, 12, 0)),
        Arguments.of(
            "interest beyond all amounts",
            GOOD.lent(1_000_000_000_000_000L)
                .at("10")
                .by(InterestMethod.FLAT, equal)
                .every(RepaymentFrequency.YEARLY, 1_200, due)),
        Arguments.of("a schedule of nothing", GOOD.supplied(List.of())),
        Arguments.of(
            "a schedule of less than the principal", GOOD.supplied(List.of(row(1, due, 119_999)))),
        Arguments.of("a schedule that begins with 2", GOOD.supplied(List.of(row(2, due, 120_000)))),
        Arguments.of(
            "a schedule that is due when it is opened",
            GOOD.supplied(List.of(row(1, OPENED, 120_000)))),
        Arguments.of(
            "a schedule with two instalments on a day",
            GOOD.supplied(List.of(row(1, due, 60_000), row(2, due, 60_000)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsound")
  void terms_from_which_no_schedule_can_be_made_are_refused(String what, Agreed terms) {
    assertThat(new InMemoryLedger().send(LoanCommands.inUsd().open(OPENED, terms.terms())))
        .as(what)
        .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(RefusalCode.TERMS_UNSOUND));
  }

  @Test
  void a_loan_that_is_serviced_has_no_schedule_before_it_is_paid_out() {
    ServicedLoan loan = ServicedLoan.opened(OPENED, GOOD.counting(ACT_365));
    assertThat(loan.schedule()).isEmpty();

    loan.told(ServicedLoan.commands(OPENED.plusDays(3)).disburse("payout", 120_000));

    assertThat(loan.state().standing().openInstalments())
        .hasSize(12)
        .allMatch(open -> open.principalMinor() == 10_000);
  }

  @Test
  void a_schedule_that_the_lender_brings_needs_neither_frequency_nor_amortization() {
    Agreed supplied =
        GOOD.every(null, null, null)
            .by(InterestMethod.DECLINING_BALANCE_PER_PERIOD, null)
            .supplied(
                List.of(
                    row(1, LocalDate.of(2026, 1, 20), 20_000),
                    row(2, LocalDate.of(2026, 3, 1), 100_000)));
    ServicedLoan loan =
        ServicedLoan.paidOut(OPENED, supplied).closing(OPENED, LocalDate.of(2026, 2, 28));

    assertThat(loan.balance().interestMinor()).isEqualTo(200);
    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2026-01-20 | 0 0 100 20000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 20000
            2 2026-03-01 | 0 0 100 100000 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 100 100000
            """);
  }
}
