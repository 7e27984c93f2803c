package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.Pour;
import java.util.Currency;

/**
 * What a chargeback does: what the payment paid is owed again, component by component in the order
 * that the loan's policy sets for it, as far as the payment had paid it and no earlier chargeback
 * of the same payment has opened it; the rest comes out of suspense, where it had gone.
 */
final class Reopening {

  private Reopening() {}

  static Effect of(Standing loan, Movement movement) {
    Allocation paid = loan.chargeable(movement.instruction().subjectEntryId());
    Pour pour = new Pour(movement.amountMinor());
    for (Component component : loan.policy().chargebackOrder()) {
      pour.into(component, paid.minor(component));
    }
    Allocation opened = pour.allocation();
    return new Effect(lines(movement.amountMinor(), opened, loan.currency()), opened);
  }

  private static Lines lines(long minor, Allocation opened, Currency currency) {
    return Lines.builder()
        .debit(PENALTIES_RECEIVABLE, new Money(opened.penaltiesMinor(), currency))
        .debit(FEES_RECEIVABLE, new Money(opened.feesMinor(), currency))
        .debit(INTEREST_RECEIVABLE, new Money(opened.interestMinor(), currency))
        .debit(PRINCIPAL_RECEIVABLE, new Money(opened.principalMinor(), currency))
        .debit(SUSPENSE, new Money(opened.suspenseMinor(), currency))
        .credit(CASH_CLEARING, new Money(minor, currency))
        .build();
  }
}
