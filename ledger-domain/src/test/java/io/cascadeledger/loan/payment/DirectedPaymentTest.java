package io.cascadeledger.loan.payment;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget.OneCharge;
import io.cascadeledger.waterfall.PaymentTarget.OneComponent;
import io.cascadeledger.waterfall.PaymentTarget.Split;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

final class DirectedPaymentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_payment_to_penalties_pays_nothing_else() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 25, new OneComponent(Component.PENALTIES)))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new OneComponent(Component.PENALTIES),
                new Allocation(20, 0, 0, 0, 5),
                facts.debit("1000", 25),
                facts.credit("1400", 20),
                facts.credit("2100", 5)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 50, 30, 1000, 5)));
  }

  @Test
  void a_payment_to_fees_pays_nothing_else() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 25, new OneComponent(Component.FEES)))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new OneComponent(Component.FEES),
                new Allocation(0, 25, 0, 0, 0),
                facts.debit("1000", 25),
                facts.credit("1300", 25)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 25, 30, 1000, 0)));
  }

  @Test
  void a_payment_to_interest_pays_nothing_else() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 25, new OneComponent(Component.INTEREST)))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new OneComponent(Component.INTEREST),
                new Allocation(0, 0, 25, 0, 0),
                facts.debit("1000", 25),
                facts.credit("1200", 25)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 5, 1000, 0)));
  }

  @Test
  void a_payment_to_principal_pays_nothing_else() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 25, new OneComponent(Component.PRINCIPAL)))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new OneComponent(Component.PRINCIPAL),
                new Allocation(0, 0, 0, 25, 0),
                facts.debit("1000", 25),
                facts.credit("1100", 25)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 30, 975, 0)));
  }

  @Test
  void a_payment_to_one_charge_leaves_older_ones_open() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20),
            facts.feeAssessed("second", 40))
        .when(commands.pay("payment", 45, new OneCharge(id("second"))))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new OneCharge(id("second")),
                new Allocation(0, 40, 0, 0, 5),
                facts.debit("1000", 45),
                facts.credit("1300", 40),
                facts.credit("2100", 5)))
        .expectState(
            it -> {
              assertThat(it.state().balance()).isEqualTo(new LoanBalance(20, 50, 30, 1000, 5));
              assertThat(it.state().standing().charge(id("second"))).isEmpty();
              assertThat(it.state().standing().charge(id("fee")).orElseThrow().openMinor())
                  .isEqualTo(50);
            });
  }

  @Test
  void a_split_is_booked_as_it_was_given() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 1010, new Split(new Allocation(1, 2, 3, 1000, 4))))
        .expectEvents(
            more.paid(
                "payment",
                null,
                new Split(new Allocation(1, 2, 3, 1000, 4)),
                new Allocation(1, 2, 3, 1000, 4),
                facts.debit("1000", 1010),
                facts.credit("1400", 1),
                facts.credit("1300", 2),
                facts.credit("1200", 3),
                facts.credit("1100", 1000),
                facts.credit("2100", 4)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(19, 48, 27, 0, 4)));
  }

  @Test
  void a_split_that_exceeds_what_is_owed_is_refused() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.accrued("interest", 30),
            facts.feeAssessed("fee", 50),
            more.penaltyAssessed("penalty", 20))
        .when(commands.pay("payment", 31, new Split(new Allocation(0, 0, 31, 0, 0))))
        .expectNoEvents()
        .expectException(refusedAs(RefusalCode.EXCEEDS_OWED));
  }
}
