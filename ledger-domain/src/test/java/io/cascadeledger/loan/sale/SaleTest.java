package io.cascadeledger.loan.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanExit;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class SaleTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_loan_is_sold_at_a_loss() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.sell("sale", 900))
        .expectEvents(
            more.sold(
                "sale",
                900,
                facts.debit("1020", 900),
                facts.debit("4500", 200),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.SOLD);
              assertThat(it.state().standing().lostMinor()).isEqualTo(0);
            });
  }

  @Test
  void a_loan_is_sold_at_a_gain() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.sell("sale", 1_150))
        .expectEvents(
            more.sold(
                "sale",
                1_150,
                facts.debit("1020", 1150),
                facts.credit("4500", 50),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.SOLD);
              assertThat(it.state().standing().lostMinor()).isEqualTo(0);
            });
  }

  @Test
  void a_loan_is_sold_for_what_it_owes() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.sell("sale", 1_100))
        .expectEvents(
            more.sold(
                "sale",
                1_100,
                facts.debit("1020", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.SOLD);
              assertThat(it.state().standing().lostMinor()).isEqualTo(0);
            });
  }

  @Test
  void a_loan_is_given_away() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.sell("sale", 0))
        .expectEvents(
            more.sold(
                "sale",
                0,
                facts.debit("4500", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.SOLD);
              assertThat(it.state().standing().lostMinor()).isEqualTo(0);
            });
  }
}
