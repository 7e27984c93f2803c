package io.cascadeledger.loan.replay;

import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.journal.Line;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.TermsChanged;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 1000.00 earn 0.10 a day; days are ended at the end of each month. */
final class BackdatingTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final Agreed TERMS =
      Agreed.monthly()
          .lent(100_000L)
          .at("0.0365")
          .counting(DayCountConvention.ACT_365)
          .by(InterestMethod.DECLINING_BALANCE_DAILY, Amortization.INTEREST_ONLY);

  @Test
  void a_payment_of_january_that_is_found_in_march_restates_what_came_after_it() {
    ServicedLoan loan = twoPayments();
    assertThat(accruals(loan)).containsExactly(310L, 310L, 268L);
    assertThat(loan.split("february")).isEqualTo("0 0 620 4380");
    assertThat(loan.split("march")).isEqualTo("0 0 268 4732");

    loan.pays("found", JANUARY_5, 20_310);

    assertThat(loan.split("found")).isEqualTo("0 0 310 20000");
    assertThat(accruals(loan))
        .as("4 days at 10 and 27 at 8; 28 at 7.5256")
        .containsExactly(310L, 256L, 211L);
    assertThat(loan.split("february")).isEqualTo("0 0 256 4744");
    assertThat(loan.split("march")).isEqualTo("0 0 211 4789");
    assertThat(loan.balance()).isEqualTo(new LoanBalance(0, 0, 70_467, 0));
    assertThat(loan.events(EntryRestated.class))
        .allMatch(it -> it.causedByEntryId().equals(entryId("found")))
        .extracting(it -> it.effectiveDate() + " " + lines(it))
        .containsExactly(
            "2026-01-31 1200 CREDIT 54, 4100 DEBIT 54",
            "2026-02-01 1200 DEBIT 364, 1100 CREDIT 364",
            "2026-02-28 1200 CREDIT 57, 4100 DEBIT 57",
            "2026-03-01 1200 DEBIT 57, 1100 CREDIT 57");
  }

  @Test
  void the_payment_that_was_found_leaves_the_loan_as_if_it_had_come_in_time() {
    ServicedLoan inTime =
        ServicedLoan.paidOut(PAYOUT, TERMS)
            .told(dayEnd(LocalDate.of(2025, 12, 31)))
            .pays("found", JANUARY_5, 20_310)
            .told(dayEnd(FEBRUARY.minusDays(1)))
            .pays("february", FEBRUARY, 5_000)
            .told(dayEnd(MARCH.minusDays(1)))
            .pays("march", MARCH, 5_000);
    ServicedLoan found = twoPayments().pays("found", JANUARY_5, 20_310);

    assertThat(found.balance()).isEqualTo(inTime.balance());
    assertThat(found.booked("4100")).isEqualTo(inTime.booked("4100"));
    assertThat(accruals(found)).isEqualTo(accruals(inTime));
    assertThat(found.schedule()).isEqualTo(inTime.schedule());
    assertThat(inTime.events(EntryRestated.class)).isEmpty();

    LocalDate end = Sample.TODAY;
    assertThat(found.told(dayEnd(end)).balance()).isEqualTo(inTime.told(dayEnd(end)).balance());
  }

  @Test
  void a_rate_that_changed_in_january_restates_the_interest_since() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, TERMS).told(dayEnd(MARCH.minusDays(1)));
    TermsChange toDouble = new TermsChange(new BigDecimal("0.073"), null, null, null);

    loan.told(change("rate", LocalDate.of(2026, 1, 11), toDouble));

    assertThat(accruals(loan)).as("10 days at 10 and 21 at 20").containsExactly(310L, 520L, 560L);
    assertThat(loan.events(EntryRestated.class))
        .allMatch(it -> it.causedByEntryId().equals(Sample.id("rate")))
        .extracting(BackdatingTest::lines)
        .containsExactly("1200 DEBIT 210, 4100 CREDIT 210", "1200 DEBIT 280, 4100 CREDIT 280");
    assertThat(loan.events(TermsChanged.class)).hasSize(1);
  }

  @Test
  void a_payment_in_the_middle_that_is_reversed_restates_what_came_after_it() {
    ServicedLoan loan = twoPayments();

    loan.told(commands(MARCH.plusDays(4)).reverse("february"));

    assertThat(accruals(loan)).containsExactly(310L, 310L, 280L);
    assertThat(loan.split("march")).isEqualTo("0 0 900 4100");
    assertThat(loan.balance()).isEqualTo(new LoanBalance(0, 0, 95_900, 0));
    assertThat(loan.events(EntryRestated.class))
        .extracting(it -> it.effectiveDate() + " " + lines(it))
        .containsExactly(
            "2026-03-05 1200 DEBIT 12, 4100 CREDIT 12",
            "2026-03-05 1200 CREDIT 632, 1100 DEBIT 632");
  }

  @Test
  void a_further_disbursement_of_january_earns_from_its_day_on() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS)
            .told(commands(PAYOUT).disburse("first", 60_000))
            .told(dayEnd(MARCH.minusDays(1)));
    assertThat(accruals(loan)).containsExactly(186L, 186L, 168L);

    loan.told(commands(JANUARY_5).disburse("second", 40_000));

    assertThat(accruals(loan)).as("27 days at 10 and 4 at 6").containsExactly(186L, 294L, 280L);
    assertThat(loan.balance()).isEqualTo(new LoanBalance(0, 760, 100_000, 0));
  }

  @Test
  void a_payout_that_is_reversed_leaves_nothing_earned() {
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, TERMS).told(dayEnd(MARCH.minusDays(1)));

    loan.told(commands(MARCH).reverse("payout"));

    assertThat(loan.balance()).isEqualTo(LoanBalance.ZERO);
    assertThat(loan.booked("4100")).isZero();
    assertThat(loan.schedule()).isEmpty();
  }

  @Test
  void a_payout_cannot_be_reversed_if_the_next_one_comes_too_late_to_begin_the_schedule() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, TERMS)
            .told(commands(PAYOUT).disburse("first", 60_000))
            .told(commands(FEBRUARY).disburse("second", 40_000));

    assertThat(loan.asked(commands(MARCH).reverse("first")).map(Refused::code))
        .contains(RefusalCode.DISBURSEMENT_OUTSIDE_SCHEDULE);
  }

  private static ServicedLoan twoPayments() {
    return ServicedLoan.paidOut(PAYOUT, TERMS)
        .told(dayEnd(LocalDate.of(2025, 12, 31)), dayEnd(FEBRUARY.minusDays(1)))
        .pays("february", FEBRUARY, 5_000)
        .told(dayEnd(MARCH.minusDays(1)))
        .pays("march", MARCH, 5_000);
  }

  /** What each end of a day books as it counts now. */
  private static List<Long> accruals(ServicedLoan loan) {
    return loan.events(InterestEarned.class).stream()
        .map(earned -> loan.state().entry(earned.entry().id()).map(Movement::lines).orElseThrow())
        .map(lines -> lines.list().getFirst().amount().minorUnits())
        .toList();
  }

  private static String lines(EntryRestated restated) {
    return restated.entry().lines().list().stream()
        .map(BackdatingTest::text)
        .collect(Collectors.joining(", "));
  }

  private static String text(Line line) {
    return line.account().value() + " " + line.side() + " " + line.amount().minorUnits();
  }
}
