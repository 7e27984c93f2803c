package io.cascadeledger.loan.state;

import static io.cascadeledger.given.Sample.TODAY;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.LoanFacts;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.waterfall.Allocation;
import org.junit.jupiter.api.Test;

/** What of payments can be charged back. */
class ChargeableTest {

  private static final LoanFacts FACTS = LoanFacts.inUsd();

  private final Chargeable chargeable = new Chargeable();

  private void pay(String name, long interest, long principal) {
    chargeable.paid(Movement.of(FACTS.paid(name, 0, interest, principal, 0), 0));
  }

  private static Movement chargeback(String payment, long interest, long principal) {
    return new Movement(
        id("chargeback"),
        entryId("chargeback"),
        EntryType.CHARGEBACK,
        TODAY,
        1,
        new Instruction(null, null, entryId(payment)),
        null,
        Figures.of(interest + principal, null, new Allocation(0, interest, principal, 0)),
        null);
  }

  @Test
  void a_chargeback_leaves_less_of_its_payment_and_all_of_others() {
    pay("first", 30, 20);
    pay("second", 3, 2);

    chargeable.chargedBack(chargeback("first", 10, 20));

    assertThat(chargeable.of(entryId("first"))).isEqualTo(new Allocation(0, 20, 0, 0));
    assertThat(chargeable.of(entryId("second"))).isEqualTo(new Allocation(0, 3, 2, 0));
  }

  @Test
  void a_payment_after_the_first_chargeback_can_be_charged_back_too() {
    pay("first", 30, 20);
    chargeable.chargedBack(chargeback("first", 30, 20));

    pay("second", 3, 2);
    chargeable.chargedBack(chargeback("second", 3, 0));

    assertThat(chargeable.of(entryId("first"))).isEqualTo(Allocation.NONE);
    assertThat(chargeable.of(entryId("second"))).isEqualTo(new Allocation(0, 0, 2, 0));
  }

  @Test
  void nothing_of_what_is_no_payment_can_be_charged_back() {
    pay("payment", 30, 20);

    assertThat(chargeable.of(entryId("fee"))).isEqualTo(Allocation.NONE);
    chargeable.chargedBack(chargeback("fee", 1, 0));
    assertThat(chargeable.of(entryId("fee"))).isEqualTo(Allocation.NONE);
    assertThat(chargeable.of(entryId("payment"))).isEqualTo(new Allocation(0, 30, 20, 0));
  }
}
