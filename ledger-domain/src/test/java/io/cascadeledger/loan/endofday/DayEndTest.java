package io.cascadeledger.loan.endofday;

import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.InstalmentFellDue;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.view.InstalmentView;
import io.cascadeledger.loan.view.ScheduleView;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DayEndTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  /** 1200.00 at 12 %, nothing paid; per period the schedule expects 100.00 to be paid a month. */
  @ParameterizedTest(name = "{0}, {1}: {2}, {3}, {4} on the first days; {5}, {6}, {7} by the month")
  @CsvSource({
    "DECLINING_BALANCE_DAILY,      ACT_365,    39, 40, 39, 1223, 2446, 3551",
    "DECLINING_BALANCE_DAILY,      ACT_360,    40, 40, 40, 1240, 2480, 3600",
    "DECLINING_BALANCE_DAILY,      THIRTY_360, 40, 40, 40, 1200, 2400, 3600",
    "DECLINING_BALANCE_PER_PERIOD, ACT_365,    39, 38, 39, 1200, 2300, 3300",
    "FLAT,                         THIRTY_360, 39, 38, 39, 1200, 2400, 3600"
  })
  void each_day_books_what_has_been_earned_by_its_end(
      InterestMethod method,
      DayCountConvention days,
      long first,
      long second,
      long third,
      long december,
      long january,
      long february) {
    ServicedLoan loan =
        ServicedLoan.paidOut(
            PAYOUT, Agreed.monthly().counting(days).by(method, Amortization.EQUAL_PRINCIPAL));

    loan.closing(PAYOUT, PAYOUT.plusDays(2));
    assertThat(earned(loan)).containsExactly(first, second, third);
    loan.closing(PAYOUT.plusDays(3), JANUARY.minusDays(1));
    assertThat(loan.balance().interestMinor()).isEqualTo(december);
    loan.closing(JANUARY, FEBRUARY.minusDays(1));
    assertThat(loan.balance().interestMinor()).isEqualTo(january);
    loan.closing(FEBRUARY, MARCH.minusDays(1));
    assertThat(loan.balance().interestMinor()).isEqualTo(february);
    assertThat(loan.booked("4100")).isEqualTo(-february);
  }

  @Test
  void months_of_thirty_days_earn_nothing_on_a_31st_and_three_days_at_the_end_of_february() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).closing(PAYOUT, MARCH);

    assertThat(loan.events(InterestEarned.class))
        .noneMatch(it -> it.effectiveDate().getDayOfMonth() == 31)
        .filteredOn(it -> it.amount().minorUnits() != 40)
        .singleElement()
        .satisfies(it -> assertThat(it.effectiveDate()).isEqualTo(MARCH.minusDays(1)))
        .satisfies(it -> assertThat(it.amount().minorUnits()).isEqualTo(120));
  }

  @ParameterizedTest
  @EnumSource(InterestMethod.class)
  void a_loan_that_is_paid_as_scheduled_earns_the_interest_of_the_schedule(InterestMethod method) {
    Agreed terms =
        Agreed.monthly()
            .every(RepaymentFrequency.MONTHLY, 3, JANUARY)
            .by(method, Amortization.EQUAL_INSTALMENTS);
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, terms);
    List<InstalmentView> schedule = ScheduleView.of(loan.state());
    LocalDate from = PAYOUT;
    for (InstalmentView row : schedule) {
      LocalDate due = row.instalment().due();
      loan.closing(from, due.minusDays(1)).pays("on " + due, due, row.instalment().totalMinor());
      from = due;
    }
    loan.closing(from, Sample.TODAY);

    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(-loan.booked("4100"))
        .isEqualTo(schedule.stream().mapToLong(row -> row.instalment().interestMinor()).sum());
  }

  @Test
  void the_same_day_again_and_an_earlier_day_bring_nothing() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).closing(PAYOUT, FEBRUARY);
    List<LoanEvent> before = loan.events();

    loan.told(dayEnd(FEBRUARY), dayEnd(JANUARY), dayEnd(PAYOUT), dayEnd(PAYOUT.minusDays(1)));

    assertThat(loan.events()).isEqualTo(before);
  }

  @Test
  void days_that_were_left_out_are_caught_up_instalment_by_instalment() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).told(dayEnd(FEBRUARY.plusDays(9)));

    assertThat(loan.events(InterestEarned.class))
        .extracting(it -> it.from() + " to " + it.effectiveDate() + " " + it.amount().minorUnits())
        .containsExactly(
            "2025-12-01 to 2025-12-31 1200",
            "2026-01-01 to 2026-01-31 1200",
            "2026-02-01 to 2026-02-10 400");
    assertThat(loan.events(InstalmentFellDue.class))
        .extracting(it -> it.number() + " " + it.effectiveDate() + " " + it.openMinor())
        .containsExactly("1 2026-01-01 11200", "2 2026-02-01 11200");
  }

  @Test
  void an_instalment_falls_due_once_with_what_is_open_of_it_on_its_day() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly())
            .pays("some", PAYOUT.plusDays(3), 700)
            .closing(PAYOUT, JANUARY.minusDays(1))
            .pays("more", JANUARY, 300)
            .pays("next day", JANUARY.plusDays(1), 500)
            .closing(JANUARY, JANUARY.plusDays(3));

    assertThat(loan.booked("4100")).as("3 days at 40, 31 at 39.8067").isEqualTo(-1_354);
    assertThat(loan.events(InstalmentFellDue.class))
        .singleElement()
        .satisfies(it -> assertThat(it.openMinor()).isEqualTo(10_000 + 1_195 - 700 - 300));
  }

  @Test
  void interest_that_is_put_off_falls_due_after_the_grace() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly().grace(2, 2, 0)).closing(PAYOUT, MARCH);

    assertThat(loan.events(InstalmentFellDue.class))
        .extracting(InstalmentFellDue::openMinor)
        .containsExactly(0L, 0L, 12_000L + 3_600);
    assertThat(Delinquency.of(loan.state(), MARCH).daysPastDue()).isZero();
  }

  @Test
  void interest_comes_last_in_its_day_whenever_a_payment_of_the_day_arrives() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).closing(PAYOUT, PAYOUT);

    loan.pays("same day", PAYOUT, 60_000);

    assertThat(loan.split("same day")).isEqualTo("0 0 0 60000");
    assertThat(loan.balance().interestMinor()).isEqualTo(20);
    assertThat(loan.events(EntryRestated.class)).hasSize(1);
  }

  @Test
  void a_loan_that_is_closed_charged_off_or_sold_earns_nothing() {
    LocalDate day = PAYOUT.plusDays(10);
    List<Object> exits =
        List.of(more(day).chargeOff("loss"), more(day).writeOff("loss"), more(day).sell("sale", 1));
    for (Object exit : exits) {
      ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).told(exit);
      List<LoanEvent> before = loan.events();
      loan.closing(PAYOUT, FEBRUARY);
      assertThat(loan.events()).as("%s", exit).isEqualTo(before);
    }
    ServicedLoan paid =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly())
            .pays("all", PAYOUT, 120_000)
            .told(LoanCommands.inUsd().on(PAYOUT).close());
    List<LoanEvent> before = paid.events();
    assertThat(paid.closing(PAYOUT, FEBRUARY).events()).isEqualTo(before);
  }

  @Test
  void a_charge_off_takes_the_interest_of_the_days_before_with_it() {
    LocalDate day = PAYOUT.plusDays(10);
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, Agreed.monthly())
            .closing(PAYOUT, FEBRUARY)
            .told(more(day).chargeOff("loss"));

    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(loan.booked("5200")).isEqualTo(120_400);
    assertThat(loan.booked("4100")).isEqualTo(-400);
  }

  @Test
  void nothing_is_earned_where_nothing_is_outstanding_whatever_the_method() {
    for (InterestMethod method : InterestMethod.values()) {
      ServicedLoan loan =
          ServicedLoan.paidOut(PAYOUT, Agreed.monthly().by(method, Amortization.EQUAL_INSTALMENTS))
              .pays("all", PAYOUT, 120_000)
              .closing(PAYOUT, FEBRUARY);
      assertThat(loan.balance()).as("%s", method).isEqualTo(LoanBalance.ZERO);
    }
  }

  @Test
  void a_day_before_the_payout_earns_nothing_and_one_in_the_future_is_refused() {
    ServicedLoan loan = ServicedLoan.opened(PAYOUT, Agreed.monthly()).closing(PAYOUT, PAYOUT);

    assertThat(loan.events()).hasSize(1);
    assertThat(loan.asked(dayEnd(Sample.TODAY.plusDays(1))).map(Refused::code))
        .contains(RefusalCode.EFFECTIVE_DATE_IN_FUTURE);
  }

  @Test
  void interest_that_the_ledger_computes_is_neither_posted_nor_reversed_by_hand() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, Agreed.monthly()).closing(PAYOUT, PAYOUT);
    LoanCommands today = commands(Sample.TODAY);

    assertThat(loan.asked(today.accrue("interest", 1)).map(Refused::code))
        .contains(RefusalCode.INTEREST_IS_COMPUTED);
    ReverseEntry byName = today.reverse("x");
    assertThat(
            loan.asked(
                    new ReverseEntry(
                        byName.loan(),
                        loan.events(InterestEarned.class).getFirst().entry().id(),
                        byName.entryId(),
                        null,
                        byName.effectiveDate(),
                        byName.reasonCode(),
                        null,
                        byName.metadata(),
                        byName.time()))
                .map(Refused::code))
        .contains(RefusalCode.REVERSAL_NOT_REVERSIBLE);
  }

  private static List<Long> earned(ServicedLoan loan) {
    return loan.events(InterestEarned.class).stream().map(it -> it.amount().minorUnits()).toList();
  }
}
