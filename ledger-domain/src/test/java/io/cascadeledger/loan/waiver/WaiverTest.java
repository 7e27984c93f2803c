package io.cascadeledger.loan.waiver;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.given.Sample.OPENED;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget.OneCharge;
import io.cascadeledger.waterfall.PaymentTarget.OneComponent;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class WaiverTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void an_open_fee_is_waived_at_the_lenders_expense() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.waive("waiver", 40, new OneCharge(id("fee"))))
        .expectEvents(
            more.waived(
                "waiver",
                new OneCharge(id("fee")),
                new Allocation(0, 40, 0, 0, 0),
                facts.debit("5100", 40),
                facts.credit("1300", 40)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 10, 30, 1000, 0)));
  }

  @Test
  void a_fee_that_was_paid_is_waived_and_pays_on() {
    loan.given(
            facts.opened(),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 0, 0, 0))
        .when(commands.waive("waiver", 50, new OneCharge(id("fee"))))
        .expectEvents(
            more.waived(
                "waiver",
                new OneCharge(id("fee")),
                new Allocation(0, 0, 30, 0, 20),
                facts.debit("5100", 50),
                facts.credit("1200", 30),
                facts.credit("2100", 20)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 0, 20)));
  }

  @Test
  void interest_is_waived_as_far_as_it_is_owed() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.waive("waiver", 30, new OneComponent(Component.INTEREST)))
        .expectEvents(
            more.waived(
                "waiver",
                new OneComponent(Component.INTEREST),
                new Allocation(0, 0, 30, 0, 0),
                facts.debit("5100", 30),
                facts.credit("1200", 30)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 0, 1000, 0)));
  }

  @Test
  void no_more_interest_is_waived_than_is_owed() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.waive("waiver", 31, new OneComponent(Component.INTEREST)))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_OWED));
  }

  @Test
  void a_fee_is_not_waived_before_it_was_charged() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.on(OPENED).waive("waiver", 1, new OneCharge(id("fee"))))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY));
  }

  @Test
  void a_fee_that_was_waived_is_not_reversed_under_the_waiver() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.waived(
                "waiver",
                new OneCharge(id("fee")),
                new Allocation(0, 50, 0, 0, 0),
                facts.debit("5100", 50),
                facts.credit("1300", 50)))
        .when(LoanCommands.inUsd().reverse("fee"))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.BALANCE_WOULD_BE_NEGATIVE));
  }
}
