package io.cascadeledger.loan.fee;

import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTY_INCOME;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Decides on a penalty: penalties receivable is debited, penalty income credited. */
public final class PenaltyAssessment {

  private PenaltyAssessment() {}

  /**
   * Decides.
   *
   * @return the penalty, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static List<LoanEvent> decide(LoanState loan, AssessPenalty command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(PENALTIES_RECEIVABLE, command.amount())
                    .credit(PENALTY_INCOME, command.amount())
                    .build());
    PenaltyAssessed assessed =
        new PenaltyAssessed(
            command.loan(),
            command.penaltyId(),
            command.amount(),
            command.penaltyType(),
            command.description(),
            command.dueDate(),
            command.metadata(),
            new JournalEntry(
                command.entryId(), EntryType.PENALTY_ASSESSED, command.effectiveDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, assessed);
  }
}
