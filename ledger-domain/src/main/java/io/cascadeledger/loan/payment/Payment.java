package io.cascadeledger.loan.payment;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireBorrower;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;
import static io.cascadeledger.loan.state.MovementRules.requireSoundBalance;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Waterfall;

/**
 * Decides on a payment: the waterfall splits it, cash clearing is debited, what it pays credited.
 */
public final class Payment {

  private Payment() {}

  /**
   * Decides.
   *
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static PaymentPosted decide(LoanState loan, PostPayment command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireCurrency(loan, command.amount());
    requireBorrower(loan, command.borrowerId());
    requireNotBeforeOpening(loan, command.effectiveDate());
    Allocation allocation =
        Waterfall.FEES_INTEREST_PRINCIPAL.allocate(command.amount().minorUnits(), loan.balance());
    Lines lines = lines(command.amount(), allocation);
    requireSoundBalance(loan, lines);

    return new PaymentPosted(
        command.loan(),
        command.paymentId(),
        command.amount(),
        command.sourceMethod(),
        command.externalRef(),
        allocation,
        command.metadata(),
        new JournalEntry(
            command.entryId(), EntryType.PAYMENT_RECEIVED, command.effectiveDate(), lines),
        command.time().postedAt());
  }

  private static Lines lines(Money amount, Allocation allocation) {
    return Lines.builder()
        .debit(CASH_CLEARING, amount)
        .credit(FEES_RECEIVABLE, new Money(allocation.feesMinor(), amount.currency()))
        .credit(INTEREST_RECEIVABLE, new Money(allocation.interestMinor(), amount.currency()))
        .credit(PRINCIPAL_RECEIVABLE, new Money(allocation.principalMinor(), amount.currency()))
        .credit(SUSPENSE, new Money(allocation.suspenseMinor(), amount.currency()))
        .build();
  }
}
