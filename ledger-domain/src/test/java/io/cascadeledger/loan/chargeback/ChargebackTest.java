package io.cascadeledger.loan.chargeback;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Allocation;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class ChargebackTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_chargeback_opens_principal_first() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20))
        .when(commands.chargeBack("claim", "payment", 60))
        .expectEvents(
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 60, 20)));
  }

  @Test
  void a_chargeback_of_the_whole_payment_opens_all_it_had_paid_and_takes_what_was_kept() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20))
        .when(commands.chargeBack("claim", "payment", 200))
        .expectEvents(
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 50, 30, 100, 20),
                facts.debit("1300", 50),
                facts.debit("1200", 30),
                facts.debit("1100", 100),
                facts.debit("2100", 20),
                facts.credit("1000", 200)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 50, 30, 100, 0)));
  }

  @Test
  void a_second_chargeback_goes_on_where_the_first_ended() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20),
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)))
        .when(commands.chargeBack("second", "payment", 80))
        .expectEvents(
            more.chargedBack(
                "second",
                "payment",
                new Allocation(0, 10, 30, 40, 0),
                facts.debit("1300", 10),
                facts.debit("1200", 30),
                facts.debit("1100", 40),
                facts.credit("1000", 80)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 10, 30, 100, 20)));
  }

  @Test
  void no_more_is_charged_back_than_was_paid() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20),
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)))
        .when(commands.chargeBack("second", "payment", 141))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_PAYMENT));
  }

  @Test
  void a_chargeback_can_be_reversed_and_asked_again() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20),
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)),
            facts.reversed("claim", facts.credit("1100", 60), facts.debit("1000", 60)))
        .when(commands.chargeBack("second", "payment", 60))
        .expectEvents(
            more.chargedBack(
                "second",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)));
  }

  @Test
  void a_payment_that_was_charged_back_is_not_reversed_under_the_chargeback() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 100),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 100, 20),
            more.chargedBack(
                "claim",
                "payment",
                new Allocation(0, 0, 0, 60, 0),
                facts.debit("1100", 60),
                facts.credit("1000", 60)))
        .when(LoanCommands.inUsd().reverse("payment"))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.BALANCE_WOULD_BE_NEGATIVE));
  }
}
