package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.CHARGE_OFF_LOSSES;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.SALE_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.SALE_RESULT;
import static io.cascadeledger.journal.ChartOfAccounts.WRITE_OFF_LOSSES;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.money.Money;
import java.util.Currency;

/** What a charge-off, a write-off or a sale does: all that is owed leaves the receivables. */
final class Leaving {

  private Leaving() {}

  static Effect of(Standing loan, Movement movement) {
    LoanBalance balance = loan.balance();
    long owed = balance.owedMinor();
    if (owed == 0 && movement.amountMinor() == 0) {
      return Effect.NONE;
    }
    Currency currency = loan.currency();
    Lines.Builder lines = Lines.builder();
    switch (movement.type()) {
      case CHARGE_OFF -> lines.debit(CHARGE_OFF_LOSSES, new Money(owed, currency));
      case WRITE_OFF -> lines.debit(WRITE_OFF_LOSSES, new Money(owed, currency));
      default ->
          lines
              .debit(SALE_CLEARING, new Money(movement.amountMinor(), currency))
              .add(SALE_RESULT, new Money(owed - movement.amountMinor(), currency));
    }
    lines
        .credit(PENALTIES_RECEIVABLE, new Money(balance.penaltiesMinor(), currency))
        .credit(FEES_RECEIVABLE, new Money(balance.feesMinor(), currency))
        .credit(INTEREST_RECEIVABLE, new Money(balance.interestMinor(), currency))
        .credit(PRINCIPAL_RECEIVABLE, new Money(balance.principalMinor(), currency));
    return new Effect(lines.build(), null);
  }
}
