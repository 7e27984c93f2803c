package io.cascadeledger.loan.change;

import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.commands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.endofday.Delinquency;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DelinquencyBucket;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.loan.view.InstalmentView;
import io.cascadeledger.loan.view.ScheduleView;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 300.00 in three instalments of 100.00 from January on, at 12 % by months of 30 days. */
final class ReageTest {
  private static final LocalDate PAYOUT = LocalDate.of(2024, 12, 1);
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 1);
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final Agreed TERMS =
      Agreed.monthly().lent(30_000L).every(RepaymentFrequency.MONTHLY, 3, JANUARY);

  private static TermsChange reage(LocalDate first, int count, RepaymentFrequency frequency) {
    return new TermsChange(null, null, null, null, new Reage(first, count, frequency));
  }

  private static ServicedLoan overdueOn(LocalDate day, Agreed terms) {
    return ServicedLoan.paidOut(PAYOUT, terms)
        .closing(PAYOUT, JANUARY.minusDays(1))
        .pays("some", JANUARY, 4_300)
        .told(commands(JANUARY.plusDays(4)).assessFee("fee", 80))
        .closing(JANUARY, day.minusDays(1));
  }

  @Test
  void all_that_is_outstanding_is_spread_over_new_instalments_arrears_too() {
    ServicedLoan loan = overdueOn(FEBRUARY.plusDays(9), TERMS);
    LocalDate day = FEBRUARY.plusDays(9);
    assertThat(Delinquency.of(loan.state(), day).daysPastDue()).isEqualTo(40);

    loan.told(change("reage", day, reage(MARCH, 4, null)));

    // 40.00 of the first instalment was paid; 2.60 of January and 0.78 of February are owed.
    assertThat(loan.schedule())
        .isEqualToIgnoringNewLines(
            """
            1 2025-01-01 | 0 0 300 4000 | 0 0 0 0 | 0 0 300 4000 | 0 0 0 0 | 0 0 0 0
            2 2025-02-01 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0
            3 2025-03-01 | 0 80 520 6500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 80 520 6500
            4 2025-04-01 | 0 0 195 6500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 195 6500
            5 2025-05-01 | 0 0 130 6500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 130 6500
            6 2025-06-01 | 0 0 65 6500 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 0 0 65 6500
            """);
    Delinquency after = Delinquency.of(loan.state(), day);
    assertThat(after.bucket()).isEqualTo(DelinquencyBucket.CURRENT);
    assertThat(after.overdueMinor()).isZero();
    loan.closing(day, MARCH.minusDays(1)).pays("march", MARCH, 7_100);
    assertThat(loan.balance().owedMinor()).isEqualTo(19_500);
    assertThat(Delinquency.of(loan.state(), MARCH.plusDays(5)).overdueMinor()).isZero();
  }

  @ParameterizedTest
  @EnumSource(InterestMethod.class)
  void what_is_outstanding_is_what_the_new_instalments_ask_for(InterestMethod method) {
    LocalDate day = FEBRUARY.plusDays(9);
    ServicedLoan loan = overdueOn(day, TERMS.by(method, Amortization.EQUAL_INSTALMENTS));
    long principal = loan.balance().principalMinor();

    loan.told(change("reage", day, reage(MARCH, 4, null)));

    List<InstalmentView> schedule = ScheduleView.of(loan.state());
    assertThat(schedule.stream().mapToLong(it -> it.outstanding().principalMinor()).sum())
        .isEqualTo(principal);
    assertThat(schedule.get(2).outstanding().interestMinor())
        .isGreaterThan(loan.balance().interestMinor());
    LocalDate from = day;
    for (int row = 2; row < 6; row++) {
      LocalDate due = schedule.get(row).instalment().due();
      loan.closing(from, due.minusDays(1));
      long minor = ScheduleView.of(loan.state()).get(row).outstanding().appliedMinor();
      assertThat(minor)
          .as("as was said when it was re-aged, but for a cent of rounding")
          .isCloseTo(schedule.get(row).outstanding().appliedMinor(), within(1L));
      loan.pays("on " + due, due, minor);
      from = due;
    }
    assertThat(loan.balance().owedMinor()).as(loan.schedule()).isZero();
  }

  @ParameterizedTest(name = "from {0} on, {1} instalments {2}: {3}")
  @CsvSource({
    "2025-05-01, 2,          , 2025-05-01 2025-06-01",
    "2025-04-20, 3, BIWEEKLY , 2025-04-20 2025-05-04 2025-05-18",
    "2025-04-30, 2, QUARTERLY, 2025-04-30 2025-07-30"
  })
  void it_is_possible_after_the_last_instalment_was_due(
      LocalDate first, int count, RepaymentFrequency frequency, String due) {
    LocalDate day = APRIL.plusDays(5);
    ServicedLoan loan = overdueOn(day, TERMS);

    loan.told(change("reage", day, reage(first, count, frequency)));

    List<InstalmentView> schedule = ScheduleView.of(loan.state());
    assertThat(schedule.subList(3, schedule.size()))
        .extracting(it -> it.instalment().due().toString())
        .containsExactly(due.split(" "));
    assertThat(schedule.get(3).outstanding().interestMinor())
        .as("what is owed, and what the days until then earn")
        .isGreaterThan(loan.balance().interestMinor());
    assertThat(Delinquency.of(loan.state(), day).bucket()).isEqualTo(DelinquencyBucket.CURRENT);
  }

  @Test
  void more_instalments_after_the_last_was_due_take_what_is_outstanding() {
    LocalDate day = APRIL.plusDays(5);
    ServicedLoan extended = overdueOn(day, TERMS);
    ServicedLoan reaged = overdueOn(day, TERMS);

    extended.told(change("change", day, new TermsChange(null, 5, null, null)));
    reaged.told(change("change", day, reage(LocalDate.of(2025, 5, 1), 2, null)));

    assertThat(extended.schedule()).isEqualTo(reaged.schedule()).contains("5 2025-06-01");
    assertThat(Delinquency.of(extended.state(), day).overdueMinor()).isZero();
  }

  @Test
  void a_payment_that_is_found_later_makes_the_new_instalments_smaller() {
    LocalDate day = FEBRUARY.plusDays(9);
    ServicedLoan later =
        overdueOn(day, TERMS)
            .told(change("reage", day, reage(MARCH, 4, null)))
            .closing(day, MARCH)
            .pays("found", FEBRUARY, 5_000);
    ServicedLoan inOrder =
        overdueOn(FEBRUARY, TERMS)
            .pays("found", FEBRUARY, 5_000)
            .closing(FEBRUARY, day.minusDays(1))
            .told(change("reage", day, reage(MARCH, 4, null)))
            .closing(day, MARCH);

    assertThat(later.schedule()).isEqualTo(inOrder.schedule());
    assertThat(later.balance()).isEqualTo(inOrder.balance());
  }

  @Test
  void a_down_payment_that_was_not_made_is_spread_too() {
    ServicedLoan loan =
        ServicedLoan.paidOut(PAYOUT, TERMS.down(3_000, "0"))
            .told(change("reage", PAYOUT.plusDays(9), reage(JANUARY, 3, null)));

    assertThat(loan.schedule()).startsWith("1 2025-01-01 | 0 0 300 10000 |");
  }

  @Test
  void what_contradicts_itself_is_refused() {
    LocalDate day = FEBRUARY.plusDays(9);
    ServicedLoan loan = overdueOn(day, TERMS);
    ServicedLoan paid = ServicedLoan.paidOut(PAYOUT, TERMS).pays("all", PAYOUT, 30_000);

    assertThat(refusal(loan, reage(day, 3, null))).isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, reage(MARCH, Limits.INSTALMENTS, null)))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, new TermsChange(null, 9, null, null, reage(MARCH, 3, null).reage())))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(
            refusal(
                loan,
                new TermsChange(
                    new BigDecimal("11"), null, null, null, reage(MARCH, 3, null).reage())))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(paid, reage(MARCH, 3, null))).isEqualTo(RefusalCode.NOTHING_OWED);
  }

  private static RefusalCode refusal(ServicedLoan loan, TermsChange change) {
    return loan.asked(change("change", FEBRUARY.plusDays(9), change))
        .map(Refused::code)
        .orElseThrow();
  }
}
