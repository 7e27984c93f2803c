package io.cascadeledger.loan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanCommands;
import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.util.Currency;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaymentTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final LoanCommands commands = LoanCommands.inUsd();

  @Test
  void a_payment_pays_fees_then_interest_then_principal() {
    owing(500, 10_000, 1_000_000)
        .when(commands.pay("payment", 88_849))
        .expectEvents(facts.paid("payment", 500, 10_000, 78_349, 0))
        .expectState(
            loan ->
                assertThat(loan.state().balance()).isEqualTo(new LoanBalance(0, 0, 921_651, 0)));
  }

  @ParameterizedTest(name = "{0} pays {1} of fees, {2} of interest, {3} of principal, {4} is kept")
  @CsvSource({
    "       1,   1,     0,       0,      0",
    "     499, 499,     0,       0,      0",
    "     500, 500,     0,       0,      0",
    "     501, 500,     1,       0,      0",
    "   10500, 500, 10000,       0,      0",
    "   10501, 500, 10000,       1,      0",
    " 1010500, 500, 10000, 1000000,      0",
    " 1010501, 500, 10000, 1000000,      1",
    " 2000000, 500, 10000, 1000000, 989500"
  })
  void each_component_takes_what_is_owed_of_it(
      long amount, long fees, long interest, long principal, long suspense) {
    owing(500, 10_000, 1_000_000)
        .when(commands.pay("payment", amount))
        .expectEvents(facts.paid("payment", fees, interest, principal, suspense))
        .expectState(
            loan ->
                assertThat(loan.state().balance())
                    .isEqualTo(
                        new LoanBalance(
                            500 - fees, 10_000 - interest, 1_000_000 - principal, suspense)));
  }

  @Test
  void a_payment_to_a_loan_that_owes_nothing_is_kept_for_the_borrower() {
    new AggregateTestFixture<>(Loan.class)
        .given(facts.opened())
        .when(commands.pay("early", 700))
        .expectEvents(facts.paid("early", 0, 0, 0, 700));
  }

  @Test
  void what_is_kept_pays_nothing_by_itself_and_later_payments_are_split_anew() {
    new AggregateTestFixture<>(Loan.class)
        .given(facts.opened(), facts.paid("early", 0, 0, 0, 700), facts.feeAssessed("fee", 500))
        .when(commands.pay("next", 200))
        .expectEvents(facts.paid("next", 200, 0, 0, 0))
        .expectState(
            loan -> assertThat(loan.state().balance()).isEqualTo(new LoanBalance(300, 0, 0, 700)));
  }

  @ParameterizedTest
  @CsvSource({"JPY", "USD", "KWD"})
  void minor_units_are_taken_as_they_are_whatever_the_currency(String code) {
    Currency currency = Currency.getInstance(code);
    LoanFacts loan = LoanFacts.in(Sample.LOAN, currency);
    new AggregateTestFixture<>(Loan.class)
        .given(loan.opened(), loan.disbursed("principal", 100_000), loan.feeAssessed("fee", 1))
        .when(commands.in(currency).pay("payment", 1_001))
        .expectEvents(loan.paid("payment", 1, 0, 1_000, 0));
  }

  @Test
  void the_borrower_may_be_named() {
    owing(500, 0, 1_000)
        .when(commands.from(Sample.BORROWER).pay("payment", 500))
        .expectEvents(facts.paid("payment", 500, 0, 0, 0));
  }

  @Test
  void what_the_caller_says_about_a_payment_is_kept_as_it_came() {
    Metadata notes = Metadata.of(Map.of("channel", "app", "batch", "7"));
    PostPayment command =
        new PostPayment(
            Sample.LOAN,
            Sample.id("payment"),
            Sample.entryId("payment"),
            null,
            new Money(500, Sample.USD),
            Sample.OPENED,
            "ach",
            "proc_txn_abc123",
            PaymentKind.REGULAR,
            null,
            notes,
            Sample.NOW);

    PaymentPosted posted =
        (PaymentPosted) Payment.decide(LoanFacts.state(facts.opened()), command).getFirst();

    assertThat(posted.sourceMethod()).isEqualTo("ach");
    assertThat(posted.externalRef()).isEqualTo("proc_txn_abc123");
    assertThat(posted.metadata()).isEqualTo(notes);
    assertThat(posted.effectiveDate()).isEqualTo(Sample.OPENED);
    assertThat(posted.postedAt()).isEqualTo(Sample.NOW.postedAt());
    assertThat(posted.tenant()).isEqualTo(Sample.TENANT);
  }

  private TestExecutor<Loan> owing(long fees, long interest, long principal) {
    TestExecutor<Loan> loan =
        new AggregateTestFixture<>(Loan.class)
            .given(facts.opened(), facts.disbursed("principal", principal));
    if (fees > 0) {
      loan.andGiven(facts.feeAssessed("fee", fees));
    }
    if (interest > 0) {
      loan.andGiven(facts.accrued("interest", interest));
    }
    return loan;
  }
}
