package io.cascadeledger.loan.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import java.util.Currency;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccrualTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void interest_is_owed_and_earned_when_it_accrues() {
    loan.given(facts.opened(), facts.disbursed("principal", 1_000_000))
        .when(LoanCommands.inUsd().accrue("march", 10_000))
        .expectEvents(facts.accrued("march", 10_000))
        .expectState(
            it ->
                assertThat(it.state().balance())
                    .isEqualTo(new LoanBalance(0, 10_000, 1_000_000, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "USD", "KWD"})
  void interest_is_in_the_currency_of_the_loan(String code) {
    LoanFacts facts = LoanFacts.in(Sample.LOAN, Currency.getInstance(code));
    loan.given(facts.opened())
        .when(LoanCommands.inUsd().accrue("march", 7))
        .expectEvents(facts.accrued("march", 7));
  }
}
