package io.cascadeledger.loan.closing;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.refusal.RefusalCode.LOAN_NOT_SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanMovement;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClosingTest {
  private static final LoanFacts FACTS = LoanFacts.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_settled_loan_can_be_closed() {
    loan.given(
            FACTS.opened(),
            FACTS.disbursed("principal", 1_000),
            FACTS.accrued("interest", 10),
            FACTS.paid("payment", 0, 10, 1_000, 0))
        .when(LoanCommands.inUsd().close())
        .expectEvents(FACTS.closed())
        .expectState(it -> assertThat(it.state().isClosed()).isTrue());
  }

  @Test
  void a_loan_on_which_no_money_ever_moved_can_be_closed() {
    loan.given(FACTS.opened()).when(LoanCommands.inUsd().close()).expectEvents(FACTS.closed());
  }

  @ParameterizedTest
  @MethodSource("smallestMovements")
  void a_loan_cannot_be_closed_while_one_cent_is_owed_or_kept(LoanMovement movement) {
    loan.given(FACTS.opened(), movement)
        .when(LoanCommands.inUsd().close())
        .expectNoEvents()
        .expectException(refusedAs(LOAN_NOT_SETTLED));
  }

  static Stream<LoanMovement> smallestMovements() {
    return Stream.of(
        FACTS.feeAssessed("fee", 1),
        FACTS.accrued("interest", 1),
        FACTS.disbursed("principal", 1),
        FACTS.paid("excess", 0, 0, 0, 1));
  }
}
