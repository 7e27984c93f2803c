package io.cascadeledger.loan.fee;

import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.FEE_INCOME;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;
import static io.cascadeledger.loan.state.MovementRules.requireSoundBalance;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.state.LoanState;

/** Decides on a fee: fees receivable is debited, fee income credited. */
public final class FeeAssessment {

  private FeeAssessment() {}

  /**
   * Decides.
   *
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static FeeAssessed decide(LoanState loan, AssessFee command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireCurrency(loan, command.amount());
    requireNotBeforeOpening(loan, command.effectiveDate());
    Lines lines =
        Lines.builder()
            .debit(FEES_RECEIVABLE, command.amount())
            .credit(FEE_INCOME, command.amount())
            .build();
    requireSoundBalance(loan, lines);

    return new FeeAssessed(
        command.loan(),
        command.feeId(),
        command.amount(),
        command.feeType(),
        command.description(),
        command.metadata(),
        new JournalEntry(command.entryId(), EntryType.FEE_ASSESSED, command.effectiveDate(), lines),
        command.time().postedAt());
  }
}
