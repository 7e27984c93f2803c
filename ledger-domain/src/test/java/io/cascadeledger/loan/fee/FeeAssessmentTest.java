package io.cascadeledger.loan.fee;

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

final class FeeAssessmentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_fee_is_owed_and_earned_when_it_is_assessed() {
    loan.given(facts.opened())
        .when(LoanCommands.inUsd().assessFee("late", 500))
        .expectEvents(facts.feeAssessed("late", 500))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(500, 0, 0, 0)));
  }

  @Test
  void fees_add_up() {
    loan.given(facts.opened(), facts.feeAssessed("first", 500))
        .when(LoanCommands.inUsd().assessFee("second", 250))
        .expectEvents(facts.feeAssessed("second", 250))
        .expectState(it -> assertThat(it.state().balance().feesMinor()).isEqualTo(750));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "KWD"})
  void a_fee_is_booked_in_the_minor_units_of_the_loans_currency(String code) {
    Currency currency = Currency.getInstance(code);
    LoanFacts facts = LoanFacts.in(Sample.LOAN, currency);
    loan.given(facts.opened())
        .when(LoanCommands.in(Sample.LOAN, currency).assessFee("late", 1_005))
        .expectEvents(facts.feeAssessed("late", 1_005));
  }

  @Test
  void a_fee_may_count_from_the_day_on_which_the_loan_was_opened() {
    loan.given(facts.opened())
        .when(LoanCommands.inUsd().on(Sample.OPENED).assessFee("opening", 500))
        .expectSuccessfulHandlerExecution()
        .expectState(it -> assertThat(it.state().balance().feesMinor()).isEqualTo(500));
  }
}
