package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.FEE_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTY_INCOME;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.money.Money;

/** What a charge does that follows from the terms: it is booked if they charge it there. */
final class Charging {

  private Charging() {}

  static Effect of(Standing loan, Movement movement) {
    long minor =
        loan.dueCharges()
            .map(it -> it.minor(movement.instruction().charge(), movement.effectiveDate()))
            .orElse(0L);
    if (minor == 0) {
      return Effect.NONE;
    }
    Money amount = new Money(minor, loan.currency());
    boolean isFee = movement.type() == EntryType.FEE_ASSESSED;
    return new Effect(
        Lines.builder()
            .debit(isFee ? FEES_RECEIVABLE : PENALTIES_RECEIVABLE, amount)
            .credit(isFee ? FEE_INCOME : PENALTY_INCOME, amount)
            .build(),
        null);
  }
}
