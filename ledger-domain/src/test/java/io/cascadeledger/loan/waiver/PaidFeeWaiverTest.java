package io.cascadeledger.loan.waiver;

import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.given.ServicingCommands;
import io.cascadeledger.given.ServicingFacts;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.PaymentTarget.OneCharge;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Waivers of a fee that had been paid when it was waived. */
final class PaidFeeWaiverTest {
  private static final LocalDate JAN_10 = LocalDate.of(2026, 1, 10);
  private static final LocalDate JAN_20 = LocalDate.of(2026, 1, 20);
  private static final LocalDate FEB_10 = LocalDate.of(2026, 2, 10);
  private static final LocalDate MAR_10 = LocalDate.of(2026, 3, 10);

  private final LoanFacts facts = LoanFacts.inUsd();
  private final ServicingFacts more = new ServicingFacts(facts);
  private final ServicingCommands servicing = ServicingCommands.inUsd();

  @Test
  void a_fee_waived_on_its_own_day_lets_the_payment_pay_something_else() {
    feePaid()
        .when(servicing.on(JAN_20).waive("waiver", 50, new OneCharge(id("fee"))))
        .expectEvents(
            more.on(JAN_20)
                .waived(
                    "waiver",
                    new OneCharge(id("fee")),
                    new Allocation(50, 0, 0, 0),
                    facts.debit("5100", 50),
                    facts.credit("1300", 50)),
            more.on(FEB_10)
                .restated(
                    "payment",
                    "waiver",
                    new Allocation(0, 80, 0, 0),
                    facts.credit("1200", 50),
                    facts.debit("1300", 50)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 20, 0, 0)));
  }

  @Test
  void a_fee_waived_on_a_later_day_pays_something_else_itself() {
    feePaid()
        .when(servicing.on(MAR_10).waive("waiver", 50, new OneCharge(id("fee"))))
        .expectEvents(
            more.on(MAR_10)
                .waived(
                    "waiver",
                    new OneCharge(id("fee")),
                    new Allocation(0, 50, 0, 0),
                    facts.debit("5100", 50),
                    facts.credit("1200", 50)))
        .expectState(
            it -> assertThat(it.state().balance()).isEqualTo(new LoanBalance(0, 20, 0, 0)));
  }

  private TestExecutor<Loan> feePaid() {
    return new AggregateTestFixture<>(Loan.class)
        .given(
            facts.opened(),
            facts.on(JAN_10).accrued("interest", 100),
            facts.on(JAN_20).feeAssessed("fee", 50),
            facts.on(FEB_10).paid("payment", 50, 30, 0, 0));
  }
}
