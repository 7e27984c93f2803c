package io.cascadeledger.loan.disbursement;

import static io.cascadeledger.journal.ChartOfAccounts.DISBURSEMENT_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
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
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;

/** Decides on a disbursement: principal receivable is debited, disbursement clearing credited. */
public final class Disbursement {

  private Disbursement() {}

  /**
   * Decides.
   *
   * @throws Refused if the movement is unsound or exceeds the principal of the terms
   */
  public static DisbursementPosted decide(LoanState loan, PostDisbursement command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireCurrency(loan, command.amount());
    requireBorrower(loan, command.borrowerId());
    requireNotBeforeOpening(loan, command.effectiveDate());
    requireWithinTerms(loan, command);
    Lines lines =
        Lines.builder()
            .debit(PRINCIPAL_RECEIVABLE, command.amount())
            .credit(DISBURSEMENT_CLEARING, command.amount())
            .build();
    requireSoundBalance(loan, lines);

    return new DisbursementPosted(
        command.loan(),
        command.disbursementId(),
        command.amount(),
        command.method(),
        command.destinationRef(),
        command.metadata(),
        new JournalEntry(command.entryId(), EntryType.DISBURSEMENT, command.effectiveDate(), lines),
        command.time().postedAt());
  }

  private static void requireWithinTerms(LoanState loan, PostDisbursement command) {
    loan.disbursableMinor()
        .filter(disbursable -> command.amount().minorUnits() > disbursable)
        .ifPresent(
            disbursable -> {
              throw new Refused(
                  RefusalCode.DISBURSEMENT_EXCEEDS_PRINCIPAL,
                  "The terms allow to disburse another %d %s."
                      .formatted(disbursable, loan.currency()));
            });
  }
}
