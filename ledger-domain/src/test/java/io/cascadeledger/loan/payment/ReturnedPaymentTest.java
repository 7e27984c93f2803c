package io.cascadeledger.loan.payment;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class ReturnedPaymentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_returned_payment_is_undone() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 120, 0))
        .when(commands.returned("payment"))
        .expectEvents(returned())
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 50, 30, 1000, 0)));
  }

  @Test
  void a_fee_for_the_return_is_charged_with_it() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 120, 0))
        .when(commands.returned("payment", "nsf", 25))
        .expectEvents(returned(), fee("nsf", 25))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 75, 30, 1000, 0)));
  }

  @Test
  void when_its_fee_is_refused_the_payment_is_not_returned() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 30, 120, 0))
        .when(commands.returned("payment", "nsf", 0))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.AMOUNT_NOT_POSITIVE));
  }

  @Test
  void a_closed_loan_whose_payment_is_returned_owes_again() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("fee", 50),
            facts.paid("payment", 50, 0, 0, 0),
            facts.closed())
        .when(commands.returned("payment", "nsf", 25))
        .expectSuccessfulHandlerExecution()
        .expectState(
            it -> {
              assertThat(it.state().isClosed()).isFalse();
              assertThat(it.state().balance()).isEqualTo(new LoanBalance(75, 0, 0, 0));
            });
  }

  private EntryReversed returned() {
    EntryReversed it =
        facts.reversed(
            "payment",
            facts.credit("1000", 200),
            facts.debit("1300", 50),
            facts.debit("1200", 30),
            facts.debit("1100", 120));
    return new EntryReversed(
        it.loan(),
        it.reversedEntryId(),
        null,
        "payment_returned",
        "R01",
        it.metadata(),
        it.entry(),
        it.postedAt());
  }

  private FeeAssessed fee(String name, long minor) {
    FeeAssessed it = facts.feeAssessed(name, minor);
    return new FeeAssessed(
        it.loan(),
        it.feeId(),
        it.amount(),
        "returned_payment",
        "R01",
        null,
        it.metadata(),
        it.entry(),
        it.postedAt());
  }
}
