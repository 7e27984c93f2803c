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
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.fee.TermsCharge;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.ArrayList;
import java.util.List;

/** Decides on a disbursement: principal receivable is debited, disbursement clearing credited. */
public final class Disbursement {

  private Disbursement() {}

  /**
   * Decides.
   *
   * @return the disbursement, what is charged with it, and what it restates if it counts before
   *     others
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
            entry(loan, command),
            command.time().postedAt());
    return withCharges(loan, posted);
  }

  /** What was agreed to fall due with it is booked right behind it. */
  private static List<LoanEvent> withCharges(LoanState loan, DisbursementPosted posted) {
    List<TermsCharge> charges = charges(loan, posted);
    long sequence = loan.nextSequence();
    List<Movement> behind = new ArrayList<>(charges.size());
    for (TermsCharge charge : charges) {
      behind.add(charge.draft(sequence + 1 + behind.size()));
    }
    Outcome outcome = Replay.put(loan, Movement.of(posted, sequence), behind);
    List<LoanMovement> booked = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      Movement made = outcome.behind().get(i);
      if (made.lines() != null) {
        booked.add(charges.get(i).event(made, loan.currency(), posted.postedAt()));
      }
    }
    return Restatements.with(posted, booked, outcome);
  }

  private static List<TermsCharge> charges(LoanState loan, DisbursementPosted posted) {
    return loan.servicingTerms().stream()
        .flatMap(terms -> terms.charges().stream())
        .filter(charge -> charge.due() == ChargeDue.DISBURSEMENT)
        .map(charge -> ChargeBasis.of(charge, posted.entry().id()))
        .map(basis -> new TermsCharge(posted.loan(), basis, posted.effectiveDate()))
        .toList();
  }

  private static JournalEntry entry(LoanState loan, PostDisbursement command) {
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(PRINCIPAL_RECEIVABLE, command.amount())
                    .credit(DISBURSEMENT_CLEARING, command.amount())
                    .build());
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
