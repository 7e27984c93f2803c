package io.cascadeledger.loan.payment;

import static io.cascadeledger.given.ServicedLoan.commands;
import static io.cascadeledger.given.ServicedLoan.dayEnd;
import static io.cascadeledger.given.ServicedLoan.more;
import static io.cascadeledger.waterfall.InstalmentOrder.Direction.HORIZONTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.Agreed;
import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.ComponentOrder;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.FutureInstalments;
import io.cascadeledger.waterfall.InstalmentOrder;
import io.cascadeledger.waterfall.InstalmentOrder.Direction;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 1200.00 in twelve instalments of 100.00, with 12.00 of interest a month, of which nothing was
 * paid by February. Instalment 1 (January) has a fee of 5.00 too, number 2 (February) a penalty of
 * 2.00 and number 3 (March) a fee of 7.00. Splits are penalties, fees, interest, principal, and
 * what is kept.
 */
final class InstalmentPaymentTest {
  private static final LocalDate PAYOUT = LocalDate.of(2025, 12, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  private static Stream<Slot> slots(DueBucket bucket) {
    return Stream.of(Component.values()).map(component -> new Slot(bucket, component));
  }

  private static InstalmentOrder all(Direction direction, FutureInstalments future) {
    return new InstalmentOrder(
        Stream.of(DueBucket.values()).flatMap(InstalmentPaymentTest::slots).toList(),
        direction,
        future);
  }

  private static InstalmentOrder onlyDue() {
    return new InstalmentOrder(
        Stream.of(DueBucket.PAST_DUE, DueBucket.DUE).flatMap(InstalmentPaymentTest::slots).toList(),
        HORIZONTAL,
        FutureInstalments.NEXT_FIRST);
  }

  private static ServicedLoan owing(AllocationRule rule, Excess excess) {
    AssessFee march = commands(LocalDate.of(2026, 1, 20)).assessFee("march fee", 700);
    return ServicedLoan.paidOut(PAYOUT, Agreed.monthly().split(rule, excess))
        .closing(PAYOUT, FEBRUARY.minusDays(1))
        .told(commands(LocalDate.of(2025, 12, 20)).assessFee("january fee", 500))
        .told(more(LocalDate.of(2026, 1, 10)).assessPenalty("february penalty", 200))
        .told(
            new AssessFee(
                march.loan(),
                march.feeId(),
                march.entryId(),
                march.amount(),
                march.effectiveDate(),
                march.feeType(),
                null,
                LocalDate.of(2026, 2, 20),
                march.metadata(),
                march.time()));
  }

  @ParameterizedTest(name = "{0} pays {1}")
  @CsvSource({
    "   150, 150 0 0 0",
    "  1000, 200 800 0 0",
    "  1400, 200 1200 0 0",
    "  3800, 200 1200 2400 0",
    " 25000, 200 1200 2400 21200",
    "123800, 200 1200 2400 120000",
    "123801, 200 1200 2400 120000 +1"
  })
  void components_of_the_whole_loan_are_paid_one_after_the_other(long minor, String split) {
    assertSplit(owing(ComponentOrder.DEFAULT, Excess.SUSPENSE), FEBRUARY, minor, split);
  }

  @Test
  void any_order_of_components_can_be_agreed() {
    ComponentOrder upsideDown = new ComponentOrder(List.of(Component.values()).reversed());
    assertSplit(owing(upsideDown, Excess.SUSPENSE), FEBRUARY, 121_000, "0 0 1000 120000");
  }

  @ParameterizedTest(name = "{0}: {1} on {2} pays {3}")
  @CsvSource({
    // on the day on which the second falls due, one instalment is past due and one is due
    "HORIZONTAL,   1000, 2026-02-01, 0 500 500 0",
    "HORIZONTAL,  11700, 2026-02-01, 0 500 1200 10000",
    "HORIZONTAL,  12000, 2026-02-01, 200 500 1300 10000",
    "HORIZONTAL,  23100, 2026-02-01, 200 500 2400 20000",
    "HORIZONTAL,  24000, 2026-02-01, 200 1200 2400 20200",
    "HORIZONTAL, 123801, 2026-02-01, 200 1200 2400 120000 +1",
    "VERTICAL,    12000, 2026-02-01, 200 500 1300 10000",
    "VERTICAL,    24000, 2026-02-01, 200 1200 2400 20200",
    // a day later both are past due
    "HORIZONTAL,  12000, 2026-02-02, 200 500 1300 10000",
    "VERTICAL,    12000, 2026-02-02, 200 500 2400 8900",
    "VERTICAL,    23100, 2026-02-02, 200 500 2400 20000",
    // a day earlier the second is paid in advance
    "HORIZONTAL,  12000, 2026-01-31, 200 500 1300 10000",
    "VERTICAL,    12000, 2026-01-31, 200 600 1200 10000",
    "VERTICAL,    13300, 2026-01-31, 200 1200 1900 10000"
  })
  void instalments_are_paid_across_or_down(
      Direction direction, long minor, LocalDate on, String split) {
    assertSplit(
        owing(all(direction, FutureInstalments.NEXT_FIRST), Excess.SUSPENSE), on, minor, split);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "SUSPENSE,         200 500 2400 20000 +6900",
    "NEXT_INSTALMENTS, 200 1200 2400 26200",
    "PRINCIPAL,        200 500 2400 26900"
  })
  void what_the_order_leaves_goes_where_it_was_agreed(Excess excess, String split) {
    assertSplit(owing(onlyDue(), excess), FEBRUARY, 30_000, split);
  }

  @Test
  void what_the_order_leaves_may_be_refused() {
    ServicedLoan loan = owing(onlyDue(), Excess.REFUSE);

    assertThat(loan.asked(commands(FEBRUARY).pay("p", 23_101)).map(Refused::code))
        .contains(RefusalCode.PAYMENT_EXCEEDS_OWED);
    assertSplit(loan, FEBRUARY, 23_100, "200 500 2400 20000");
  }

  /** 231.00 are due, 150.00 more are paid. */
  @ParameterizedTest(name = "{0}: {1}; instalments {2}")
  @CsvSource({
    "NEXT_FIRST, 200 1200 2400 34300, 12: 10000 10000 10000 10000 10000 10000 10000 10000 10000",
    "LAST_FIRST, 200 500 2400 35000, 11: 10000 10000 10000 10000 10000 10000 10000 10000 5000",
    "REAMORTIZE, 200 1200 2400 34300, 12: 8570 8570 8570 8570 8570 8570 8570 8570 8570 8570"
  })
  void what_is_paid_in_advance_shortens_or_lightens_the_schedule_or_waits(
      FutureInstalments future, String split, String instalments) {
    ServicedLoan loan = owing(all(HORIZONTAL, future), Excess.SUSPENSE);
    assertSplit(loan, FEBRUARY, 38_100, split);

    List<Long> later =
        loan
            .state()
            .standing()
            .servicing()
            .orElseThrow()
            .schedule()
            .orElseThrow()
            .instalments()
            .stream()
            .skip(2)
            .map(it -> it.principalMinor())
            .toList();
    String text = String.join(" ", later.stream().map(String::valueOf).toList());
    assertThat((later.size() + 2) + ": " + text).startsWith(instalments);
  }

  @ParameterizedTest
  @EnumSource(FutureInstalments.class)
  void paying_all_principal_early_leaves_the_interest_with_the_next_instalment(
      FutureInstalments future) {
    ServicedLoan loan =
        ServicedLoan.paidOut(
                PAYOUT, Agreed.monthly().split(all(HORIZONTAL, future), Excess.SUSPENSE))
            .closing(PAYOUT, PAYOUT.plusDays(9))
            .told(
                more(PAYOUT.plusDays(10))
                    .pay("all", 120_000, new PaymentTarget.OneComponent(Component.PRINCIPAL)));

    assertThat(loan.balance()).isEqualTo(new LoanBalance(0, 400, 0, 0));
    assertThat(loan.state().standing().openInstalments())
        .filteredOn(open -> open.totalMinor() > 0)
        .singleElement()
        .satisfies(open -> assertThat(open.instalment().number()).isEqualTo(1));
  }

  @Test
  void a_further_disbursement_is_paid_back_with_the_instalments_that_are_left() {
    ServicedLoan loan =
        ServicedLoan.opened(PAYOUT, Agreed.monthly().split(onlyDue(), Excess.SUSPENSE))
            .told(commands(PAYOUT).disburse("first", 60_000))
            .told(dayEnd(FEBRUARY.minusDays(1)))
            .pays("january and february", FEBRUARY, 11_200)
            .told(commands(FEBRUARY.plusDays(1)).disburse("second", 60_000))
            .told(dayEnd(LocalDate.of(2026, 2, 28)));

    assertThat(loan.split("january and february")).isEqualTo("0 0 1200 10000");
    assertSplit(loan, LocalDate.of(2026, 3, 1), 20_000, "0 0 1080 11000 +7920");
  }

  @Test
  void suspense_that_pays_in_advance_shortens_the_schedule_too() {
    ServicedLoan loan =
        ServicedLoan.opened(
                PAYOUT,
                Agreed.monthly()
                    .split(all(HORIZONTAL, FutureInstalments.LAST_FIRST), Excess.SUSPENSE))
            .pays("too early", PAYOUT, 15_000)
            .told(commands(PAYOUT).disburse("payout", 120_000))
            .told(more(PAYOUT.plusDays(1)).apply("kept", 15_000, null));

    assertThat(loan.state().standing().openInstalments()).hasSize(11);
  }

  private static void assertSplit(ServicedLoan loan, LocalDate on, long minor, String split) {
    LoanBalance before = loan.balance();
    loan.pays("payment", on, minor);
    assertThat(loan.split("payment")).isEqualTo(split);
    assertThat(loan.balance().owedMinor() - loan.balance().suspenseMinor())
        .isEqualTo(before.owedMinor() - before.suspenseMinor() - minor);
  }
}
