package io.cascadeledger.loan.adjustment;

import static io.cascadeledger.journal.ChartOfAccounts.ADJUSTMENTS;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Component;
import java.util.List;

/** Decides on a manual adjustment: the component against manual adjustments. */
public final class BalanceAdjustment {

  private BalanceAdjustment() {}

  /**
   * Decides.
   *
   * @return the adjustment, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if the movement is unsound
   */
  public static List<LoanEvent> decide(LoanState loan, AdjustBalance command) {
    Money size =
        new Money(Math.absExact(command.amount().minorUnits()), command.amount().currency());
    requireAmount(size);
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, size, command.effectiveDate());
    Money opposite = new Money(-command.amount().minorUnits(), command.amount().currency());
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .add(receivable(command.component()), command.amount())
                    .add(ADJUSTMENTS, opposite)
                    .build());
    BalanceAdjusted adjusted =
        new BalanceAdjusted(
            command.loan(),
            command.adjustmentId(),
            command.component(),
            command.amount(),
            command.reason(),
            command.metadata(),
            new JournalEntry(
                command.entryId(), EntryType.ADJUSTMENT, command.effectiveDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, adjusted);
  }

  private static AccountCode receivable(Component component) {
    return switch (component) {
      case PENALTIES -> PENALTIES_RECEIVABLE;
      case FEES -> FEES_RECEIVABLE;
      case INTEREST -> INTEREST_RECEIVABLE;
      case PRINCIPAL -> PRINCIPAL_RECEIVABLE;
    };
  }
}
