package io.cascadeledger.loan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Movements that count before others that are posted already. */
final class BackDatingTest {
  private static final LocalDate JAN_10 = LocalDate.of(2026, 1, 10);
  private static final LocalDate JAN_20 = LocalDate.of(2026, 1, 20);
  private static final LocalDate FEB_10 = LocalDate.of(2026, 2, 10);
  private static final LocalDate MAR_10 = LocalDate.of(2026, 3, 10);

  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final LoanCommands commands = LoanCommands.inUsd();

  /** 1000 of principal and 100 of interest on 10 January; 80 are paid in February and in March. */
  private TestExecutor<Loan> paidTwice() {
    return new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(JAN_10).disbursed("principal", 1_000),
            facts.on(JAN_10).accrued("interest", 100),
            facts.on(FEB_10).paid("february", 0, 80, 0, 0),
            facts.on(MAR_10).paid("march", 0, 20, 60, 0));
  }

  @Test
  void a_payment_found_later_pays_first_what_two_others_had_paid() {
    paidTwice()
        .when(commands.on(JAN_20).pay("january", 80))
        .expectEvents(
            facts.on(JAN_20).paid("january", 0, 80, 0, 0),
            more.on(FEB_10)
                .restated(
                    "february",
                    "january",
                    new Allocation(0, 20, 60, 0),
                    facts.debit("1200", 60),
                    facts.credit("1100", 60)),
            more.on(MAR_10)
                .restated(
                    "march",
                    "january",
                    new Allocation(0, 0, 80, 0),
                    facts.credit("1100", 20),
                    facts.debit("1200", 20)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 860, 0)));
  }

  @Test
  void what_a_back_dated_payment_does_not_change_is_left_alone() {
    paidTwice()
        .when(commands.on(MAR_10).pay("same day", 80))
        .expectEvents(facts.on(MAR_10).paid("same day", 0, 0, 80, 0));
  }

  @Test
  void a_back_dated_fee_takes_its_part_of_the_next_payment() {
    paidTwice()
        .when(commands.on(JAN_20).assessFee("fee", 30))
        .expectEvents(
            facts.on(JAN_20).feeAssessed("fee", 30),
            more.on(FEB_10)
                .restated(
                    "february",
                    "fee",
                    new Allocation(30, 50, 0, 0),
                    facts.credit("1300", 30),
                    facts.debit("1200", 30)),
            more.on(MAR_10)
                .restated(
                    "march",
                    "fee",
                    new Allocation(0, 50, 30, 0),
                    facts.credit("1200", 30),
                    facts.debit("1100", 30)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 970, 0)));
  }

  @Test
  void what_was_restated_is_restated_again_from_where_it_stands() {
    paidTwice()
        .andGivenCommands(commands.on(JAN_20).assessFee("fee", 30))
        .when(commands.on(JAN_20).pay("january", 80))
        .expectEvents(
            facts.on(JAN_20).paid("january", 30, 50, 0, 0),
            more.on(FEB_10)
                .restated(
                    "february",
                    "january",
                    new Allocation(0, 50, 30, 0),
                    facts.credit("1100", 30),
                    facts.debit("1300", 30)),
            more.on(MAR_10)
                .restated(
                    "march",
                    "january",
                    new Allocation(0, 0, 80, 0),
                    facts.credit("1100", 50),
                    facts.debit("1200", 50)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 890, 0)));
  }

  @Test
  void a_reversal_takes_back_a_payment_as_it_counts_after_its_restatements() {
    paidTwice()
        .andGivenCommands(commands.on(JAN_20).assessFee("fee", 30))
        .when(commands.reverse("march"))
        .expectEvents(
            facts.reversed(
                "march",
                facts.credit("1000", 80),
                facts.debit("1200", 50),
                facts.debit("1100", 30)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 50, 1_000, 0)));
  }

  private TestExecutor<Loan> chargedOff() {
    return new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(JAN_10).disbursed("principal", 100),
            more.on(FEB_10)
                .chargedOff("loss", facts.debit("5200", 100), facts.credit("1100", 100)));
  }

  @Test
  void a_payment_that_counts_before_a_charge_off_makes_the_loss_smaller() {
    chargedOff()
        .when(commands.on(JAN_20).pay("found", 40))
        .expectEvents(
            facts.on(JAN_20).paid("found", 0, 0, 40, 0),
            more.on(FEB_10)
                .restated("loss", "found", null, facts.credit("5200", 40), facts.debit("1100", 40)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO);
              assertThat(it.state().standing().lostMinor()).isEqualTo(60);
            });
  }

  @Test
  void a_charge_off_of_which_nothing_is_left_is_none_until_the_payment_is_undone() {
    chargedOff()
        .when(commands.on(JAN_20).pay("found", 100))
        .expectEvents(
            facts.on(JAN_20).paid("found", 0, 0, 100, 0),
            more.on(FEB_10)
                .restated(
                    "loss", "found", null, facts.credit("5200", 100), facts.debit("1100", 100)))
        .expectState(it -> assertThat(it.state().standing().exit()).isEqualTo(LoanExit.NONE));
    chargedOff()
        .andGivenCommands(commands.on(JAN_20).pay("found", 100))
        .when(commands.on(MAR_10).reverse("found"))
        .expectEvents(
            facts.on(MAR_10).reversed("found", facts.credit("1000", 100), facts.debit("1100", 100)),
            more.on(MAR_10)
                .restated(
                    "loss",
                    "reversal of found",
                    null,
                    facts.debit("5200", 100),
                    facts.credit("1100", 100)))
        .expectState(
            it -> assertThat(it.state().standing().exit()).isEqualTo(LoanExit.CHARGED_OFF));
  }

  @Test
  void a_use_of_suspense_for_which_nothing_is_left_to_pay_puts_the_money_back() {
    new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(JAN_10).paid("early", 0, 0, 0, 50),
            facts.on(FEB_10).feeAssessed("fee", 30),
            more.on(MAR_10)
                .applied(
                    "use",
                    null,
                    new Allocation(30, 0, 0, 20),
                    facts.debit("2100", 30),
                    facts.credit("1300", 30)))
        .when(commands.on(FEB_10).pay("payment", 30))
        .expectEvents(
            facts.on(FEB_10).paid("payment", 30, 0, 0, 0),
            more.on(MAR_10)
                .restated(
                    "use",
                    "payment",
                    new Allocation(0, 0, 0, 50),
                    facts.credit("2100", 30),
                    facts.debit("1300", 30)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 50)));
  }
}
