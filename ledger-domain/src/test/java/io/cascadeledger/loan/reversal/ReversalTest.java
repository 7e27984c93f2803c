package io.cascadeledger.loan.reversal;

import static io.cascadeledger.given.RefusedAs.refusedAs;
import static io.cascadeledger.given.Sample.LOAN;
import static io.cascadeledger.refusal.RefusalCode.BALANCE_WOULD_BE_NEGATIVE;
import static io.cascadeledger.refusal.RefusalCode.ENTRY_ALREADY_REVERSED;
import static io.cascadeledger.refusal.RefusalCode.REVERSAL_NOT_REVERSIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.journal.Line;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.waterfall.Allocation;
import java.util.Currency;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReversalTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final LoanCommands commands = LoanCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @Test
  void a_reversed_payment_restores_exactly_what_it_had_paid() {
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000_000),
            facts.feeAssessed("fee", 500),
            facts.accrued("interest", 10_000),
            facts.paid("payment", 500, 10_000, 78_349, 0))
        .when(commands.reverse("payment"))
        .expectEvents(
            facts.reversed(
                "payment",
                facts.credit("1000", 88_849),
                facts.debit("1300", 500),
                facts.debit("1200", 10_000),
                facts.debit("1100", 78_349)))
        .expectState(
            it ->
                assertThat(it.state().balance())
                    .isEqualTo(new LoanBalance(500, 10_000, 1_000_000, 0)));
  }

  @Test
  void a_reversed_payment_lets_later_ones_pay_what_it_had_paid() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("first fee", 500),
            facts.paid("first", 500, 0, 0, 0),
            facts.accrued("interest", 300),
            facts.paid("second", 0, 300, 0, 40))
        .when(commands.reverse("first"))
        .expectEvents(
            facts.reversed("first", facts.credit("1000", 500), facts.debit("1300", 500)),
            new ServicingFacts(facts)
                .restated(
                    "second",
                    "reversal of first",
                    new Allocation(340, 0, 0, 0),
                    facts.credit("1300", 340),
                    facts.debit("1200", 300),
                    facts.debit("2100", 40)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(160, 300, 0, 0)));
  }

  @Test
  void a_reversed_payment_takes_back_what_was_kept_of_it() {
    loan.given(facts.opened(), facts.paid("payment", 0, 0, 0, 700))
        .when(commands.reverse("payment"))
        .expectEvents(
            facts.reversed("payment", facts.credit("1000", 700), facts.debit("2100", 700)))
        .expectState(it -> assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO));
  }

  @Test
  void fees_interest_and_principal_that_nobody_paid_can_be_reversed() {
    assertReversedToZero(
        "fee", facts.feeAssessed("fee", 5), facts.credit("1300", 5), facts.debit("4200", 5));
    assertReversedToZero(
        "interest", facts.accrued("interest", 5), facts.credit("1200", 5), facts.debit("4100", 5));
    assertReversedToZero(
        "principal",
        facts.disbursed("principal", 5),
        facts.credit("1100", 5),
        facts.debit("1010", 5));
  }

  private void assertReversedToZero(String name, Object movement, Line... lines) {
    new AggregateTestFixture<>(Loan.class)
        .given(facts.opened(), movement)
        .when(commands.reverse(name))
        .expectEvents(facts.reversed(name, lines))
        .expectState(it -> assertThat(it.state().balance()).isEqualTo(LoanBalance.ZERO));
  }

  @Test
  void what_had_paid_a_reversed_fee_is_kept_for_the_borrower() {
    loan.given(facts.opened(), facts.feeAssessed("fee", 500), facts.paid("payment", 1, 0, 0, 0))
        .when(commands.reverse("fee"))
        .expectEvents(
            facts.reversed("fee", facts.credit("1300", 500), facts.debit("4200", 500)),
            new ServicingFacts(facts)
                .restated(
                    "payment",
                    "reversal of fee",
                    new Allocation(0, 0, 0, 1),
                    facts.credit("2100", 1),
                    facts.debit("1300", 1)))
        .expectState(it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 0, 0, 1)));
  }

  @Test
  void money_that_was_kept_and_has_been_refunded_cannot_be_taken_back() {
    loan.given(
            facts.opened(),
            facts.paid("payment", 0, 0, 0, 700),
            new ServicingFacts(facts).refunded("refund", 1))
        .when(commands.reverse("payment"))
        .expectNoEvents()
        .expectException(refusedAs(BALANCE_WOULD_BE_NEGATIVE));
  }

  @Test
  void a_fee_can_be_reversed_after_the_payment_that_paid_it() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("fee", 500),
            facts.paid("payment", 500, 0, 0, 0),
            reversalOfPayment(500))
        .when(commands.reverse("fee"))
        .expectEvents(facts.reversed("fee", facts.credit("1300", 500), facts.debit("4200", 500)));
  }

  @Test
  void a_reversal_opens_a_closed_loan_again() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("fee", 500),
            facts.paid("payment", 500, 0, 0, 0),
            facts.closed())
        .when(commands.reverse("payment"))
        .expectEvents(reversalOfPayment(500))
        .expectState(
            it -> {
              assertThat(it.state().isClosed()).isFalse();
              assertThat(it.state().balance()).isEqualTo(new LoanBalance(500, 0, 0, 0));
            });
  }

  @Test
  void a_loan_that_was_opened_again_takes_movements_and_can_be_closed_again() {
    new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.feeAssessed("fee", 500),
            facts.paid("payment", 500, 0, 0, 0),
            facts.closed(),
            reversalOfPayment(500),
            facts.paid("again", 500, 0, 0, 0))
        .when(commands.close())
        .expectEvents(facts.closed());
  }

  @Test
  void an_entry_is_reversed_at_most_once() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("fee", 500),
            facts.paid("payment", 500, 0, 0, 0),
            reversalOfPayment(500))
        .when(commands.reverse("payment"))
        .expectNoEvents()
        .expectException(refusedAs(ENTRY_ALREADY_REVERSED));
  }

  @Test
  void a_reversal_cannot_be_reversed() {
    loan.given(
            facts.opened(),
            facts.feeAssessed("fee", 500),
            facts.paid("payment", 500, 0, 0, 0),
            reversalOfPayment(500))
        .when(commands.reverse("reversal of payment"))
        .expectNoEvents()
        .expectException(refusedAs(REVERSAL_NOT_REVERSIBLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "KWD"})
  void minor_units_are_restored_as_they_were_whatever_the_currency(String code) {
    LoanFacts facts = LoanFacts.in(LOAN, Currency.getInstance(code));
    loan.given(
            facts.opened(),
            facts.disbursed("principal", 1_000),
            facts.feeAssessed("fee", 1),
            facts.paid("payment", 1, 0, 998, 0))
        .when(commands.reverse("payment"))
        .expectEvents(
            facts.reversed(
                "payment",
                facts.credit("1000", 999),
                facts.debit("1300", 1),
                facts.debit("1100", 998)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(1, 0, 1_000, 0)));
  }

  private EntryReversed reversalOfPayment(long fees) {
    return facts.reversed("payment", facts.credit("1000", fees), facts.debit("1300", fees));
  }
}
