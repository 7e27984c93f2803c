package io.cascadeledger.loan.loss;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.RECOVERY_INCOME;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on a recovery: cash clearing is debited, recovery income credited. */
public final class Recovery {

  private Recovery() {}

  /**
   * Decides.
   *
   * @return the recovery, and what it restates if it counts before others
   * @throws Refused if the loan was not charged off or written off, or did not lose so much
   */
  public static List<LoanEvent> decide(LoanState loan, PostRecovery command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireCurrency(loan, command.amount());
    requireNotBeforeOpening(loan, command.effectiveDate());
    requireLost(loan, command);
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(CASH_CLEARING, command.amount())
                    .credit(RECOVERY_INCOME, command.amount())
                    .build());
    RecoveryPosted posted =
        new RecoveryPosted(
            command.loan(),
            command.recoveryId(),
            command.amount(),
            command.sourceMethod(),
            command.externalRef(),
            command.metadata(),
            new JournalEntry(command.entryId(), EntryType.RECOVERY, command.effectiveDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, posted);
  }

  private static void requireLost(LoanState loan, PostRecovery command) {
    boolean lost =
        switch (loan.standing().exit()) {
          case CHARGED_OFF, WRITTEN_OFF -> loan.standing().isGoneOn(command.effectiveDate());
          case NONE, SOLD -> false;
        };
    if (!lost) {
      throw new Refused(
          RefusalCode.LOAN_NOT_LOST,
          "The loan was neither charged off nor written off on that day.");
    }
    if (command.amount().minorUnits() > loan.standing().lostMinor()) {
      throw new Refused(
          RefusalCode.EXCEEDS_LOSS,
          "Only %d of the loss have not been recovered.".formatted(loan.standing().lostMinor()));
    }
  }
}
