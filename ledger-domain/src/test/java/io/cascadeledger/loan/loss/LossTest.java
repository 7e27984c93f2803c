package io.cascadeledger.loan.loss;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class LossTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_charge_off_moves_all_that_is_owed_to_losses() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.chargeOff("loss"))
        .expectEvents(
            more.chargedOff(
                "loss",
                facts.debit("5200", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.CHARGED_OFF);
              assertThat(it.state().standing().lostMinor()).isEqualTo(1100);
            });
  }

  @Test
  void a_write_off_gives_up_all_that_is_owed() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.writeOff("loss"))
        .expectEvents(
            more.writtenOff(
                "loss",
                facts.debit("5300", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.WRITTEN_OFF);
              assertThat(it.state().standing().lostMinor()).isEqualTo(1100);
            });
  }

  @Test
  void a_recovery_after_a_charge_off_is_income() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.chargedOff(
                "loss",
                facts.debit("5200", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .when(commands.recover("found", 400))
        .expectEvents(more.recovered("found", 400))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.CHARGED_OFF);
              assertThat(it.state().standing().lostMinor()).isEqualTo(700);
            });
  }

  @Test
  void a_recovery_after_a_write_off_is_income() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.writtenOff(
                "loss",
                facts.debit("5300", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .when(commands.recover("found", 1_100))
        .expectEvents(more.recovered("found", 1_100))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.WRITTEN_OFF);
              assertThat(it.state().standing().lostMinor()).isEqualTo(0);
            });
  }

  @Test
  void no_more_is_recovered_than_was_lost() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.chargedOff(
                "loss",
                facts.debit("5200", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)),
            more.recovered("found", 400))
        .when(commands.recover("more", 701))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_LOSS));
  }

  @Test
  void a_reversed_charge_off_restores_all_that_was_owed() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.chargedOff(
                "loss",
                facts.debit("5200", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .when(LoanCommands.inUsd().reverse("loss"))
        .expectEvents(
            facts.reversed(
                "loss",
                facts.credit("5200", 1100),
                facts.debit("1400", 20),
                facts.debit("1300", 50),
                facts.debit("1200", 30),
                facts.debit("1100", 1000)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 30, 1000, 0));
              assertThat(it.state().standing().exit()).isEqualTo(LoanExit.NONE);
            });
  }

  @Test
  void a_charged_off_loan_that_holds_nothing_can_be_closed() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            more.chargedOff(
                "loss",
                facts.debit("5200", 1100),
                facts.credit("1400", 20),
                facts.credit("1300", 50),
                facts.credit("1200", 30),
                facts.credit("1100", 1000)))
        .when(LoanCommands.inUsd().close())
        .expectEvents(facts.closed());
  }
}
