package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.money.Money;

/** What the end of a day does: the interest that is earned by then and not booked yet is booked. */
final class Earning {

  private Earning() {}

  static Effect of(Standing loan, Movement movement) {
    long minor =
        loan.servicing()
            .map(it -> it.unbookedMinor(movement.effectiveDate(), loan.balance().principalMinor()))
            .orElse(0L);
    if (minor == 0) {
      return Effect.NONE;
    }
    Money interest = new Money(minor, loan.currency());
    Money income = new Money(-minor, loan.currency());
    return new Effect(
        Lines.builder().add(INTEREST_RECEIVABLE, interest).add(INTEREST_INCOME, income).build(),
        null);
  }
}
