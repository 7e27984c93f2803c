package io.cascadeledger.loan.waiver;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class ChargeAdjustmentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_smaller_fee_is_less_income() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjustCharge("less", "fee", 40))
        .expectEvents(
            more.chargeAdjusted(
                "less",
                "fee",
                Component.FEES,
                new Allocation(0, 40, 0, 0, 0),
                facts.debit("4200", 40),
                facts.credit("1300", 40)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 10, 30, 1000, 0)));
  }

  @Test
  void a_smaller_penalty_is_less_income() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjustCharge("less", "penalty", 20))
        .expectEvents(
            more.chargeAdjusted(
                "less",
                "penalty",
                Component.PENALTIES,
                new Allocation(20, 0, 0, 0, 0),
                facts.debit("4300", 20),
                facts.credit("1400", 20)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 50, 30, 1000, 0)));
  }

  @Test
  void a_fee_that_was_paid_is_made_smaller_and_pays_on() {
    loan.given(facts.opened(), facts.feeAssessed("fee", 50), facts.paid("payment", 45, 0, 0, 0))
        .when(commands.adjustCharge("less", "fee", 40))
        .expectEvents(
            more.chargeAdjusted(
                "less",
                "fee",
                Component.FEES,
                new Allocation(0, 5, 0, 0, 35),
                facts.debit("4200", 40),
                facts.credit("1300", 5),
                facts.credit("2100", 35)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 0, 35)));
  }

  @Test
  void a_charge_is_reduced_to_nothing_and_no_further() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.chargeAdjusted(
                "less",
                "fee",
                Component.FEES,
                new Allocation(0, 40, 0, 0, 0),
                facts.debit("4200", 40),
                facts.credit("1300", 40)))
        .when(commands.adjustCharge("again", "fee", 11))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_CHARGE));
  }
}
