package io.cascadeledger.loan.adjustment;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Component;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class BalanceAdjustmentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void penalties_are_set_higher() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.PENALTIES, 5))
        .expectEvents(
            more.adjusted(
                "a", Component.PENALTIES, 5, facts.debit("1400", 5), facts.credit("5900", 5)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(25, 50, 30, 1000, 0)));
  }

  @Test
  void fees_are_set_higher() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.FEES, 5))
        .expectEvents(
            more.adjusted("a", Component.FEES, 5, facts.debit("1300", 5), facts.credit("5900", 5)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 55, 30, 1000, 0)));
  }

  @Test
  void interest_is_set_higher() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.INTEREST, 5))
        .expectEvents(
            more.adjusted(
                "a", Component.INTEREST, 5, facts.debit("1200", 5), facts.credit("5900", 5)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 35, 1000, 0)));
  }

  @Test
  void principal_is_set_higher() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.PRINCIPAL, 5))
        .expectEvents(
            more.adjusted(
                "a", Component.PRINCIPAL, 5, facts.debit("1100", 5), facts.credit("5900", 5)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 30, 1005, 0)));
  }

  @Test
  void a_component_is_set_lower_to_zero() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.INTEREST, -30))
        .expectEvents(
            more.adjusted(
                "a", Component.INTEREST, -30, facts.credit("1200", 30), facts.debit("5900", 30)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 0, 1000, 0)));
  }

  @Test
  void a_component_is_not_set_below_zero() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.adjust("a", Component.INTEREST, -31))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.BALANCE_WOULD_BE_NEGATIVE));
  }
}
