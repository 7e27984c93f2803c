package io.cascadeledger.loan.change;

import static io.cascadeledger.given.ServicedLoan.change;
import static io.cascadeledger.given.ServicedLoan.more;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 1200.00 in twelve instalments of 100.00 from January on, with 12.00 of interest a month. */
final class ChangeOfTermsTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate JANUARY_15 = LocalDate.of(2026, 1, 15);

  private static ServicedLoan firstPaid(Agreed terms) {
    LocalDate january = LocalDate.of(2026, 1, 1);
    return ServicedLoan.paidOut(PAYOUT, terms)
        .closing(PAYOUT, january.minusDays(1))
        .pays("january", january, 11_200)
        .closing(january, JANUARY_15.minusDays(1));
  }

  private static TermsChange to(
      String rate, Integer count, LocalDate next, RepaymentFrequency frequency) {
    return new TermsChange(rate == null ? null : new BigDecimal(rate), count, next, frequency);
  }

  /** By then 5.13 of interest have been earned for February. */
  @ParameterizedTest(name = "rate {0}, {1} instalments, next due on {2}, {3}: {4}")
  @CsvSource({
    "0.24,   ,           ,        , 12: 2026-02-01 10000 1686 2026-03-01 10000 2000",
    "    , 23,           ,        , 23: 2026-02-01 5000 1100 2026-03-01 5000 1050",
    "    ,  2,           ,        , 2: 2026-02-01 110000 1100",
    "    ,   , 2026-02-15,        , 12: 2026-02-15 10000 1613 2026-03-15 10000 1000",
    "    ,   ,           , WEEKLY , 12: 2026-01-22 10000 770 2026-01-29 10000 233"
  })
  void what_is_not_due_yet_is_scheduled_anew(
      String rate, Integer count, LocalDate next, RepaymentFrequency frequency, String rows) {
    ServicedLoan loan = firstPaid(Agreed.monthly());

    loan.told(change("change", JANUARY_15, to(rate, count, next, frequency)));

    List<Instalment> schedule =
        loan.state().standing().servicing().orElseThrow().schedule().orElseThrow().instalments();
    assertThat(schedule.getFirst().principalMinor()).isEqualTo(10_000);
    assertThat(
            schedule.size()
                + ": "
                + schedule.stream()
                    .skip(1)
                    .map(it -> it.due() + " " + it.principalMinor() + " " + it.interestMinor())
                    .collect(Collectors.joining(" ")))
        .startsWith(rows);
    assertThat(schedule.stream().mapToLong(Instalment::principalMinor).sum()).isEqualTo(120_000);
  }

  @ParameterizedTest
  @EnumSource(InterestMethod.class)
  void the_interest_of_a_period_in_which_the_rate_doubles_is_of_both_rates(InterestMethod method) {
    ServicedLoan loan = firstPaid(Agreed.monthly().by(method, Amortization.EQUAL_PRINCIPAL));

    loan.told(change("rate", JANUARY_15, to("0.24", null, null, null)))
        .closing(JANUARY_15, LocalDate.of(2026, 1, 31));

    long interest = loan.balance().interestMinor();
    if (method == InterestMethod.DECLINING_BALANCE_DAILY) {
      assertThat(interest).as("14 and 16 days of 30").isEqualTo(1_687);
    } else if (method == InterestMethod.DECLINING_BALANCE_PER_PERIOD) {
      assertThat(interest).as("14 and 17 days of 31").isEqualTo(1_703);
    } else {
      long scheduled =
          loan.state()
              .standing()
              .servicing()
              .orElseThrow()
              .schedule()
              .orElseThrow()
              .instalments()
              .get(1)
              .interestMinor();
      assertThat(interest).isEqualTo(scheduled).isGreaterThan(1_200);
    }
  }

  @ParameterizedTest(name = "rate {0}, {1} instalments, next due on {2}")
  @CsvSource({
    "      ,    ,           ",
    "  -0.1,    ,           ",
    "    11,    ,           ",
    "      ,   0,           ",
    "      ,   1,           ",
    "      , 1201,          ",
    "      ,    , 2026-01-15",
    "      ,    , 2026-01-01",
    "      ,    , +999999999-12-31"
  })
  void terms_from_which_no_schedule_can_be_made_are_refused(
      String rate, Integer count, LocalDate next) {
    ServicedLoan loan = firstPaid(Agreed.monthly());
    int events = loan.events().size();

    assertThat(
            loan.asked(change("change", JANUARY_15, to(rate, count, next, null)))
                .map(Refused::code))
        .contains(RefusalCode.TERMS_UNSOUND);
    assertThat(loan.events()).hasSize(events);
  }

  @Test
  void interest_beyond_all_amounts_is_refused() {
    ServicedLoan loan =
        ServicedLoan.paidOut(
            PAYOUT,
            Agreed.monthly()
                .lent(1_000_000_000_000_000L)
                .every(RepaymentFrequency.YEARLY, 1_200, PAYOUT.plusYears(1))
                .by(InterestMethod.FLAT, Amortization.EQUAL_PRINCIPAL));

    assertThat(
            loan.asked(change("rate", JANUARY_15, to("10", null, null, null))).map(Refused::code))
        .contains(RefusalCode.TERMS_UNSOUND);
  }

  @Test
  void after_the_last_due_date_only_the_rate_changes() {
    Agreed one = Agreed.monthly().every(RepaymentFrequency.MONTHLY, 1, LocalDate.of(2026, 1, 1));
    ServicedLoan loan = ServicedLoan.paidOut(PAYOUT, one).closing(PAYOUT, JANUARY_15.minusDays(1));

    assertThat(
            loan.asked(change("next", JANUARY_15, to(null, null, JANUARY_15.plusDays(9), null)))
                .map(Refused::code))
        .contains(RefusalCode.TERMS_UNSOUND);
    loan.told(change("rate", JANUARY_15, to("0.24", null, null, null)))
        .closing(JANUARY_15, JANUARY_15);

    assertThat(loan.balance().interestMinor()).as("44 days at 40, one at 80").isEqualTo(1_840);
  }

  @Test
  void what_has_a_schedule_of_the_lender_or_has_left_the_books_takes_no_other_count_or_rate() {
    TermsChange rate = to("0.24", null, null, null);
    LocalDate due = LocalDate.of(2026, 2, 1);
    ServicedLoan supplied =
        ServicedLoan.paidOut(
            PAYOUT,
            Agreed.monthly().supplied(List.of(new ScheduledInstalment(1, due, 120_000, 0, 0, 0))));
    ServicedLoan lenders = ServicedLoan.opened(PAYOUT, Agreed.monthly().with(null));
    ServicedLoan lost = firstPaid(Agreed.monthly()).told(more(JANUARY_15).chargeOff("loss"));

    assertThat(refusal(supplied, to(null, 3, null, null))).isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(lenders, rate)).isEqualTo(RefusalCode.LOAN_NOT_SERVICED);
    assertThat(refusal(lost, rate)).isEqualTo(RefusalCode.LOAN_LOST);
    assertThat(
            firstPaid(Agreed.monthly())
                .asked(change("rate", Sample.TODAY.plusDays(1), rate))
                .map(Refused::code))
        .contains(RefusalCode.EFFECTIVE_DATE_IN_FUTURE);
  }

  private static RefusalCode refusal(ServicedLoan loan, TermsChange change) {
    return loan.asked(change("rate", JANUARY_15, change)).orElseThrow().code();
  }
}
