package io.cascadeledger.loan.disbursement;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.refusal.RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL;
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

final class DisbursementTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final LoanCommands commands = LoanCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void principal_paid_out_is_owed() {
    loan.given(facts.opened())
        .when(commands.disburse("principal", 1_000_000))
        .expectEvents(facts.disbursed("principal", 1_000_000))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 1_000_000, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "KWD"})
  void principal_is_booked_in_the_minor_units_of_the_loans_currency(String code) {
    Currency currency = Currency.getInstance(code);
    LoanFacts facts = LoanFacts.in(Sample.LOAN, currency);
    loan.given(facts.opened())
        .when(commands.in(currency).disburse("principal", 1))
        .expectEvents(facts.disbursed("principal", 1));
  }

  @Test
  void the_principal_of_the_terms_may_be_paid_out_in_parts_to_the_last_cent() {
    loan.given(facts.openedWithPrincipal(1_000), facts.disbursed("first", 600))
        .when(commands.disburse("second", 400))
        .expectEvents(facts.disbursed("second", 400))
        .expectState(it -> assertThat(it.state().disbursableMinor()).contains(0L));
  }

  @Test
  void not_a_cent_more_than_the_principal_of_the_terms_is_paid_out() {
    loan.given(facts.openedWithPrincipal(1_000), facts.disbursed("first", 600))
        .when(commands.disburse("second", 401))
        .expectNoEvents()
        .expectException(refusedAs(DISBURSEMENT_EXCEEDS_PRINCIPAL));
  }

  @Test
  void principal_paid_back_cannot_be_drawn_again() {
    loan.given(
            facts.openedWithPrincipal(1_000),
            facts.disbursed("first", 1_000),
            facts.paid("payment", 0, 0, 1_000, 0))
        .when(commands.disburse("second", 1))
        .expectNoEvents()
        .expectException(refusedAs(DISBURSEMENT_EXCEEDS_PRINCIPAL));
  }

  @Test
  void a_reversed_disbursement_can_be_made_again() {
    loan.given(
            facts.openedWithPrincipal(1_000),
            facts.disbursed("first", 1_000),
            facts.reversed("first", facts.credit("1100", 1_000), facts.debit("1010", 1_000)))
        .when(commands.disburse("second", 1_000))
        .expectEvents(facts.disbursed("second", 1_000));
  }

  @Test
  void a_reversed_payment_does_not_change_what_may_still_be_paid_out() {
    loan.given(
            facts.openedWithPrincipal(1_000),
            facts.disbursed("first", 600),
            facts.paid("payment", 0, 0, 600, 0),
            facts.reversed("payment", facts.credit("1000", 600), facts.debit("1100", 600)))
        .when(commands.disburse("second", 400))
        .expectEvents(facts.disbursed("second", 400))
        .expectState(it -> assertThat(it.state().disbursableMinor()).contains(0L));
  }
}
