package io.cascadeledger.loan.payment;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.waterfall.Allocation;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaymentKindTest {
  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands commands = ServicingCommands.inUsd();
  private final AggregateTestFixture<Loan> loan = new AggregateTestFixture<>(Loan.class);

  @ParameterizedTest(name = "a payment of kind {0} debits {1}")
  @CsvSource({
    "PAYOFF,          1000",
    "DOWN_PAYMENT,    1000",
    "RECOVERY,        1000",
    "MERCHANT_REFUND, 1000",
    "PAYOUT_REFUND,   1000",
    "GOODWILL_CREDIT, 5400"
  })
  void each_kind_says_where_the_money_comes_from(PaymentKind kind, String account) {
    loan.given(facts.opened(), facts.feeAssessed("fee", 50))
        .when(commands.pay("payment", 60, kind))
        .expectEvents(
            more.paid(
                "payment",
                kind,
                null,
                new Allocation(50, 0, 0, 10),
                facts.debit(account, 60),
                facts.credit("1300", 50),
                facts.credit("2100", 10)));
  }

  @Test
  void a_regular_payment_names_no_kind() {
    loan.given(facts.opened())
        .when(commands.pay("payment", 60, PaymentKind.REGULAR))
        .expectEvents(facts.paid("payment", 0, 0, 0, 60));
  }
}
