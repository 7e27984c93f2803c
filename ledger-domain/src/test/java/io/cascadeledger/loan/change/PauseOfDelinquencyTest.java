package io.cascadeledger.loan.change;

import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.endPause;
import static io.cascadeledger.given.ServicedLoan.more;
import static io.cascadeledger.given.ServicedLoan.pause;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.Sample;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.endofday.Delinquency;
import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instalment is due on 1 December; it costs 15.00 when three days of grace are over. */
final class PauseOfDelinquencyTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 11, 1);
  private static final LocalDate DUE = LocalDate.of(2025, 12, 1);
  private static final LateCharge RULE =
      new LateCharge(Component.PENALTIES, 3, 1_500, BigDecimal.ZERO);

  private static ServicedLoan paidOut() {
    return ServicedLoan.paidOut(
        PAYOUT, Agreed.monthly().every(RepaymentFrequency.MONTHLY, 12, DUE).late(RULE));
  }

  @ParameterizedTest(name = "{0} to {1}: {2} days past due on 12 December, charged on {3}")
  @CsvSource({
    "2025-11-10, 2025-11-20, 11, 2025-12-05",
    "2025-11-20, 2025-12-01, 11, 2025-12-05",
    "2025-11-20, 2025-12-02, 10, 2025-12-06",
    "2025-12-02, 2025-12-04,  8, 2025-12-08",
    "2025-12-05, 2025-12-06,  9, 2025-12-07",
    "2025-12-06, 2025-12-09,  7, 2025-12-05",
    "2025-12-04, 2025-12-31,  2, "
  })
  void days_of_a_pause_do_not_count_and_nothing_is_charged_on_them(
      LocalDate start, LocalDate end, long days, LocalDate charged) {
    ServicedLoan before = paidOut().told(pause("pause", start, end));
    ServicedLoan after = paidOut();

    before.closing(PAYOUT, DUE.plusDays(11));
    after
        .closing(PAYOUT, DUE.plusDays(11))
        .told(pause("pause", start, end))
        .told(dayEnd(DUE.plusDays(11)));

    assertThat(Delinquency.of(before.state(), DUE.plusDays(11)).daysPastDue()).isEqualTo(days);
    assertThat(Delinquency.of(after.state(), DUE.plusDays(11)).daysPastDue()).isEqualTo(days);
    assertThat(before.charges())
        .isEqualTo(after.charges())
        .hasSize(charged == null ? 0 : 1)
        .allMatch(it -> it.startsWith(charged + " PENALTIES 1500"));
  }

  @Test
  void pauses_that_overlap_are_one() {
    ServicedLoan loan =
        paidOut()
            .told(pause("one", DUE.plusDays(5), DUE.plusDays(8)))
            .told(pause("two", DUE.plusDays(2), DUE.plusDays(3)))
            .told(pause("three", DUE.plusDays(3), DUE.plusDays(6)));

    assertThat(Delinquency.of(loan.state(), DUE.plusDays(9)).daysPastDue()).isEqualTo(2);
    assertThat(Delinquency.of(loan.state(), DUE.plusDays(4)).daysPastDue()).isEqualTo(1);
  }

  @Test
  void a_pause_may_lie_ahead_and_the_bucket_stands_still_in_it() {
    LocalDate today = Sample.TODAY;
    ServicedLoan loan = paidOut().told(pause("pause", today.plusDays(5), today.plusDays(40)));

    assertThat(loan.state().standing().date()).isEqualTo(today);
    assertThat(Delinquency.of(loan.state(), today.plusDays(40)).daysPastDue())
        .isEqualTo(Delinquency.of(loan.state(), today.plusDays(4)).daysPastDue());
  }

  @Test
  void a_loan_that_was_late_is_so_by_the_days_before_the_pause() {
    ServicedLoan loan =
        paidOut()
            .closing(PAYOUT, DUE.plusDays(29))
            .told(pause("pause", DUE.plusDays(30), DUE.plusDays(50)))
            .closing(DUE.plusDays(30), DUE.plusDays(53));

    assertThat(loan.events(DelinquencyChanged.class))
        .extracting(it -> it.effectiveDate() + " " + it.daysPastDue())
        .containsExactly("2025-12-02 1", "2026-01-22 31");
  }

  @ParameterizedTest(name = "last day {0}: {1} days past due on 20 December, charged on {2}")
  @CsvSource({
    ", 19, 2025-12-05",
    "2025-12-02, 18, 2025-12-06",
    "2025-12-05, 15, 2025-12-09",
    "2025-12-15, 5, 2025-12-19"
  })
  void days_after_the_end_of_a_pause_count_again_whenever_it_is_found(
      LocalDate last, long days, LocalDate charged) {
    LocalDate day = DUE.plusDays(19);
    ServicedLoan before =
        paidOut()
            .told(pause("pause", DUE.plusDays(1), DUE.plusDays(25)))
            .told(endPause("end", "pause", last))
            .closing(PAYOUT, day);
    ServicedLoan after =
        paidOut()
            .told(pause("pause", DUE.plusDays(1), DUE.plusDays(25)))
            .closing(PAYOUT, day)
            .told(endPause("end", "pause", last))
            .told(dayEnd(day));

    assertThat(Delinquency.of(before.state(), day).daysPastDue()).isEqualTo(days);
    assertThat(Delinquency.of(after.state(), day).daysPastDue()).isEqualTo(days);
    assertThat(before.charges())
        .isEqualTo(after.charges())
        .hasSize(1)
        .allMatch(it -> it.startsWith(charged + " PENALTIES 1500"));
  }

  @Test
  void the_end_of_a_pause_leaves_days_of_another_paused() {
    ServicedLoan loan =
        paidOut()
            .told(pause("one", DUE.plusDays(1), DUE.plusDays(8)))
            .told(pause("two", DUE.plusDays(5), DUE.plusDays(10)))
            .told(endPause("end", "one", null));

    assertThat(Delinquency.of(loan.state(), DUE.plusDays(12)).daysPastDue()).isEqualTo(6);
    assertThat(loan.state().standing().servicing().orElseThrow().pauses().arranged())
        .containsOnlyKeys(Sample.id("two"));
  }

  @Test
  void what_ends_no_pause_earlier_is_refused() {
    ServicedLoan loan = paidOut().told(pause("pause", DUE.plusDays(1), DUE.plusDays(8)));

    assertThat(refusal(loan, "other", null)).isEqualTo(RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND);
    assertThat(refusal(loan, "pause", DUE)).isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, "pause", DUE.plusDays(8))).isEqualTo(RefusalCode.TERMS_UNSOUND);
    loan.told(endPause("end", "pause", null));
    assertThat(refusal(loan, "pause", null)).isEqualTo(RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND);
  }

  private static RefusalCode refusal(ServicedLoan loan, String pause, LocalDate last) {
    return loan.asked(endPause("end", pause, last)).map(Refused::code).orElseThrow();
  }

  @Test
  void what_is_no_pause_is_refused() {
    ServicedLoan loan = paidOut();
    ServicedLoan lenders = ServicedLoan.opened(PAYOUT, Agreed.monthly().with(null));
    ServicedLoan lost = paidOut().told(more(DUE).chargeOff("loss"));

    assertThat(refusal(loan, DUE, DUE.minusDays(1))).isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, DUE, DUE.plusDays(Limits.PAUSE_DAYS)))
        .isEqualTo(RefusalCode.TERMS_UNSOUND);
    assertThat(refusal(loan, PAYOUT.minusDays(1), DUE))
        .isEqualTo(RefusalCode.EFFECTIVE_DATE_BEFORE_OPENING);
    assertThat(refusal(lenders, DUE, DUE)).isEqualTo(RefusalCode.LOAN_NOT_SERVICED);
    assertThat(refusal(lost, DUE, DUE)).isEqualTo(RefusalCode.LOAN_LOST);
  }

  private static RefusalCode refusal(ServicedLoan loan, LocalDate start, LocalDate end) {
    return loan.asked(pause("pause", start, end)).map(Refused::code).orElseThrow();
  }
}
