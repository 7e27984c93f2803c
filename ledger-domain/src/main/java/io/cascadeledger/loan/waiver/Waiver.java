package io.cascadeledger.loan.waiver;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Decides on a waiver: what is waived is credited, and the lender bears it. */
public final class Waiver {

  private Waiver() {}

  /**
   * Decides.
   *
   * @return the waiver, and what it restates if it counts before others
   * @throws Refused if more is waived than was charged or is owed
   */
  public static List<LoanEvent> decide(LoanState loan, GrantWaiver command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    if (command.target() instanceof PaymentTarget.OneCharge(UUID chargeId)) {
      Reductions.requireWithin(loan, chargeId, command.amount(), command.effectiveDate());
    }
    Outcome outcome =
        Replay.put(
            loan,
            Movement.asked(
                loan,
                command.waiverId(),
                command.entryId(),
                EntryType.WAIVER,
                command.effectiveDate(),
                command.amount().minorUnits(),
                new Instruction(PaymentKind.WAIVER, command.target(), null)),
            placed -> requireOwed(command, placed.allocation()));
    WaiverGranted granted =
        new WaiverGranted(
            command.loan(),
            command.waiverId(),
            command.amount(),
            command.target(),
            command.reason(),
            outcome.movement().allocation(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(granted, outcome);
  }

  /** A component is waived as far as it is owed on that day; a charge that was paid pays on. */
  private static void requireOwed(GrantWaiver command, Allocation placed) {
    switch (command.target()) {
      case PaymentTarget.OneComponent(Component component) -> {
        if (placed.minor(component) != command.amount().minorUnits()) {
          throw new Refused(
              RefusalCode.EXCEEDS_OWED,
              "On that day only %d of %s are owed."
                  .formatted(placed.minor(component), component.name().toLowerCase(Locale.ROOT)));
        }
      }
      case PaymentTarget.OneCharge _ -> {
        // How far it may be reduced does not depend on what is owed.
      }
      case PaymentTarget.Split _ ->
          throw new IllegalArgumentException("a waiver names a component or a charge");
    }
  }
}
