package io.cascadeledger.loan.suspense;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.payment.Targets;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on the use of money that is kept for the borrower: suspense is debited. */
public final class SuspenseApplication {

  private SuspenseApplication() {}

  /**
   * Decides.
   *
   * @return the application, and what it restates if it counts before others
   * @throws Refused if so much is not kept, or if there is nothing to pay
   */
  public static List<LoanEvent> decide(LoanState loan, ApplySuspense command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    Targets.requireKnown(loan, command.target());
    Kept.require(loan, command.amount());
    Outcome outcome =
        Replay.put(
            loan,
            Movement.asked(
                loan,
                command.applicationId(),
                command.entryId(),
                EntryType.SUSPENSE_APPLIED,
                command.effectiveDate(),
                command.amount().minorUnits(),
                new Instruction(PaymentKind.REGULAR, command.target(), null)));
    Movement movement = outcome.movement();
    if (movement.lines() == null) {
      throw new Refused(RefusalCode.NOTHING_OWED, "There is nothing to pay out of suspense.");
    }
    SuspenseApplied applied =
        new SuspenseApplied(
            command.loan(),
            command.applicationId(),
            command.amount(),
            command.target(),
            movement.allocation(),
            command.metadata(),
            movement.entry(),
            command.time().postedAt());
    return Restatements.with(applied, outcome);
  }
}
