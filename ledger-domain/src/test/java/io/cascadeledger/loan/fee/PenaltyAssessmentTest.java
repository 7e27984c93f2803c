package io.cascadeledger.loan.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.waterfall.Allocation;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class PenaltyAssessmentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_penalty_is_owed_and_earned_when_it_is_assessed() {
    loan.given(facts.opened())
        .when(commands.assessPenalty("late", 700))
        .expectEvents(more.penaltyAssessed("late", 700))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(700, 0, 0, 0, 0)));
  }

  @Test
  void a_penalty_is_paid_before_a_fee() {
    loan.given(facts.opened(), facts.feeAssessed("fee", 50), more.penaltyAssessed("late", 700))
        .when(LoanCommands.inUsd().pay("payment", 710))
        .expectEvents(
            more.paid(
                "payment",
                null,
                null,
                new Allocation(700, 10, 0, 0, 0),
                facts.debit("1000", 710),
                facts.credit("1400", 700),
                facts.credit("1300", 10)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 40, 0, 0, 0)));
  }
}
