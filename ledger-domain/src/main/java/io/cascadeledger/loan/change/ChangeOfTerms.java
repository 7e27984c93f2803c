package io.cascadeledger.loan.change;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.TermsChanged;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;
import java.util.function.Supplier;

/** Decides on a change of terms. Interest that was booked since under the old ones is restated. */
public final class ChangeOfTerms {

  private ChangeOfTerms() {}

  /**
   * Decides.
   *
   * @return the change, and what it restates if it counts before others
   * @throws Refused if the ledger does not service the loan or the terms are unsound
   */
  public static List<LoanEvent> decide(LoanState loan, ChangeTerms command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireActive(loan);

    requireNotBeforeOpening(loan, command.effectiveDate());
    requireSound(loan, command);
    TermsChanged changed =
        new TermsChanged(
            command.loan(),
            command.changeId(),
            command.change(),
            command.reason(),
            command.metadata(),
            command.effectiveDate(),
            command.time().postedAt());
    return Restatements.with(changed, Replay.put(loan, Movement.of(changed, loan.nextSequence())));
  }

  private static void requireSound(LoanState loan, ChangeTerms command) {
    Servicing servicing =
        loan.standing()
            .servicing()
            .orElseThrow(
                () ->
                    new Refused(
                        RefusalCode.LOAN_NOT_SERVICED,
                        "The lender services the loan: it has no schedule here."));
    if (servicing.agreed().schedule() != null || command.change().schedule() != null) {
      ChangeOfSupplied.requireSound(loan, command, servicing);
      return;
    }
    boolean nextIsPast =
        command.change().nextDueDate() != null
            && !command.change().nextDueDate().isAfter(command.effectiveDate());
    if (nextIsPast) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND, "The next due date does not lie after the effective date.");
    }
    if (command.change().reage() == null) {
      requireLeft(loan, command, newTerms(servicing, command));
    } else {
      requireReageable(loan, command, servicing);
    }
  }

  private static void requireReageable(LoanState loan, ChangeTerms command, Servicing servicing) {
    TermsChange change = command.change();
    if (!change.touchesNoInstalment()) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND, "A re-ageing says itself how many instalments come and when.");
    }
    if (!change.reage().firstDueDate().isAfter(command.effectiveDate())) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND, "The first due date does not lie after the effective date.");
    }
    Standing standing = loan.standingOn(command.effectiveDate());
    int due = standing.servicing().map(it -> it.instalmentsDue(command.effectiveDate())).orElse(0);
    sound(() -> servicing.terms().with(change, change.reage(), due));
    if (standing.balance().owedMinor() == 0) {
      throw new Refused(RefusalCode.NOTHING_OWED, "The loan owes nothing on that day.");
    }
  }

  private static ScheduleTerms newTerms(Servicing servicing, ChangeTerms command) {
    return sound(() -> servicing.terms().with(command.change()));
  }

  private static ScheduleTerms sound(Supplier<ScheduleTerms> terms) {
    try {
      return terms.get();
    } catch (IllegalArgumentException e) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND, "The terms are unsound: " + e.getMessage() + ".");
    }
  }

  /** Only a rate can change when everything has fallen due. */
  private static void requireLeft(LoanState loan, ChangeTerms command, ScheduleTerms newTerms) {
    TermsChange change = command.change();
    boolean onlyRate = change.touchesNoInstalment();
    if (onlyRate && change.annualRate() == null) {
      throw new Refused(RefusalCode.TERMS_UNSOUND, "Nothing of the terms changes.");
    }
    boolean leaves =
        loan.standingOn(command.effectiveDate())
            .servicing()
            .map(it -> it.leavesInstalment(command.effectiveDate(), newTerms.instalmentCount()))
            .orElse(true);
    if (!onlyRate && !leaves) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "Of %d instalments none is left after %s."
              .formatted(newTerms.instalmentCount(), command.effectiveDate()));
    }
  }
}
