package io.cascadeledger.loan.accrual;

import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;
import static io.cascadeledger.loan.state.MovementRules.requireSoundBalance;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.money.Money;

/** Decides on interest earned: interest receivable is debited, interest income credited. */
public final class Accrual {

  private Accrual() {}

  /**
   * Decides.
   *
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static InterestAccrued decide(LoanState loan, AccrueInterest command) {
    Money interest = new Money(command.interestMinor(), loan.currency());
    requireAmount(interest);
    requireEffectiveDate(command.accrualDate(), command.time());

    requireNotClosed(loan);

    requireNotBeforeOpening(loan, command.accrualDate());
    Lines lines =
        Lines.builder()
            .debit(INTEREST_RECEIVABLE, interest)
            .credit(INTEREST_INCOME, interest)
            .build();
    requireSoundBalance(loan, lines);

    return new InterestAccrued(
        command.loan(),
        command.accrualId(),
        command.batchEntryId(),
        interest,
        new Money(command.outstandingPrincipalMinor(), loan.currency()),
        new JournalEntry(command.entryId(), EntryType.ACCRUAL, command.accrualDate(), lines),
        command.time().postedAt());
  }
}
