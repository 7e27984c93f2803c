package io.cascadeledger.loan.suspense;

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
import io.cascadeledger.waterfall.PaymentTarget.OneComponent;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class SuspenseTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void what_is_kept_pays_by_the_waterfall_when_it_is_applied() {
    loan.given(
            facts.opened(),
            facts.paid("early", 0, 0, 0, 700),
            facts.feeAssessed("fee", 500),
            facts.accrued("interest", 100))
        .when(commands.apply("use", 600, null))
        .expectEvents(
            more.applied(
                "use",
                null,
                new Allocation(0, 500, 100, 0, 0),
                facts.debit("2100", 600),
                facts.credit("1300", 500),
                facts.credit("1200", 100)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 0, 100)));
  }

  @Test
  void what_nothing_is_owed_for_stays_in_suspense() {
    loan.given(facts.opened(), facts.paid("early", 0, 0, 0, 700), facts.feeAssessed("fee", 500))
        .when(commands.apply("use", 700, null))
        .expectEvents(
            more.applied(
                "use",
                null,
                new Allocation(0, 500, 0, 0, 200),
                facts.debit("2100", 500),
                facts.credit("1300", 500)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 0, 200)));
  }

  @Test
  void what_is_kept_may_be_directed() {
    loan.given(
            facts.opened(),
            facts.paid("early", 0, 0, 0, 700),
            facts.feeAssessed("fee", 500),
            facts.accrued("interest", 100))
        .when(commands.apply("use", 600, new OneComponent(Component.INTEREST)))
        .expectEvents(
            more.applied(
                "use",
                new OneComponent(Component.INTEREST),
                new Allocation(0, 0, 100, 0, 500),
                facts.debit("2100", 100),
                facts.credit("1200", 100)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 500, 0, 0, 600)));
  }

  @Test
  void not_a_cent_more_is_applied_than_is_kept() {
    loan.given(facts.opened(), facts.paid("early", 0, 0, 0, 700), facts.feeAssessed("fee", 500))
        .when(commands.apply("use", 701, null))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_SUSPENSE));
  }

  @Test
  void what_is_kept_can_be_refunded_to_the_last_cent() {
    loan.given(facts.opened(), facts.paid("early", 0, 0, 0, 700), facts.feeAssessed("fee", 500))
        .when(commands.refund("refund", 700))
        .expectEvents(more.refunded("refund", 700))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 500, 0, 0, 0)));
  }

  @Test
  void not_a_cent_more_is_refunded_than_is_kept() {
    loan.given(facts.opened(), facts.paid("early", 0, 0, 0, 700), facts.feeAssessed("fee", 500))
        .when(commands.refund("refund", 701))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_SUSPENSE));
  }

  @Test
  void money_is_refunded_after_a_charge_off_too() {
    loan.given(
            facts.opened(),
            facts.paid("early", 0, 0, 0, 700),
            facts.feeAssessed("fee", 500),
            more.chargedOff("loss", facts.debit("5200", 500), facts.credit("1300", 500)))
        .when(commands.refund("refund", 700))
        .expectEvents(more.refunded("refund", 700))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 0, 0)));
  }
}
