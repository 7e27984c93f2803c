package io.cascadeledger.loan.fee;

import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.FEE_INCOME;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Decides on a fee: fees receivable is debited, fee income credited. */
public final class FeeAssessment {

  private FeeAssessment() {}

  /**
   * Decides.
   *
   * @return the fee, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static List<LoanEvent> decide(LoanState loan, AssessFee command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(FEES_RECEIVABLE, command.amount())
                    .credit(FEE_INCOME, command.amount())
                    .build());
    FeeAssessed assessed =
        new FeeAssessed(
            command.loan(),
            command.feeId(),
            command.amount(),
            command.feeType(),
            command.description(),
            command.dueDate(),
            command.metadata(),
            new JournalEntry(
                command.entryId(), EntryType.FEE_ASSESSED, command.effectiveDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, assessed);
  }
}
