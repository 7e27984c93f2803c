package io.cascadeledger.loan.disbursement;

import static io.cascadeledger.journal.ChartOfAccounts.DISBURSEMENT_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireBorrower;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on a disbursement: principal receivable is debited, disbursement clearing credited. */
public final class Disbursement {

  private Disbursement() {}

  /**
   * Decides.
   *
   * @return the disbursement, and what it restates if it counts before others
   * @throws Refused if the movement is unsound or exceeds the principal of the terms
   */
  public static List<LoanEvent> decide(LoanState loan, PostDisbursement command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireActive(loan, command.effectiveDate());

    requireCurrency(loan, command.amount());
    requireBorrower(loan, command.borrowerId());
    requireNotBeforeOpening(loan, command.effectiveDate());
    requireWithinTerms(loan, command);
    DisbursementPosted posted =
        new DisbursementPosted(
            command.loan(),
            command.disbursementId(),
            command.amount(),
            command.method(),
            command.destinationRef(),
            command.metadata(),
            entry(command),
            command.time().postedAt());
    return Restatements.given(loan, posted);
  }

  private static JournalEntry entry(PostDisbursement command) {
    Lines lines =
        Lines.builder()
            .debit(PRINCIPAL_RECEIVABLE, command.amount())
            .credit(DISBURSEMENT_CLEARING, command.amount())
            .build();
    return new JournalEntry(
        command.entryId(), EntryType.DISBURSEMENT, command.effectiveDate(), lines);
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
