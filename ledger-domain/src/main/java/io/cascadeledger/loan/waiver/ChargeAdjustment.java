package io.cascadeledger.loan.waiver;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.List;

/** Decides on a smaller charge: the income from it is debited, what was owed of it credited. */
public final class ChargeAdjustment {

  private ChargeAdjustment() {}

  /**
   * Decides.
   *
   * @return the adjustment, and what it restates if it counts before others
   * @throws Refused if the charge was not made by then or not so large
   */
  public static List<LoanEvent> decide(LoanState loan, AdjustCharge command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    Movement charge =
        Reductions.requireWithin(
            loan, command.chargeId(), command.amount(), command.effectiveDate());
    boolean isFee = charge.type() == EntryType.FEE_ASSESSED;
    Outcome outcome =
        Replay.put(
            loan,
            Movement.asked(
                loan,
                command.adjustmentId(),
                command.entryId(),
                EntryType.WAIVER,
                command.effectiveDate(),
                command.amount().minorUnits(),
                new Instruction(
                    isFee ? PaymentKind.FEE_ADJUSTMENT : PaymentKind.PENALTY_ADJUSTMENT,
                    new PaymentTarget.OneCharge(command.chargeId()),
                    null)));
    ChargeAdjusted adjusted =
        new ChargeAdjusted(
            command.loan(),
            command.adjustmentId(),
            command.chargeId(),
            isFee ? Component.FEES : Component.PENALTIES,
            command.amount(),
            command.reason(),
            outcome.movement().allocation(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(adjusted, outcome);
  }
}
