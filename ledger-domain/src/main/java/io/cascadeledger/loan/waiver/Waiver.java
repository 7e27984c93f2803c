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
    switch (command.target()) {
      case PaymentTarget.OneCharge(UUID chargeId) ->
          Reductions.requireWithin(loan, chargeId, command.amount());
      case PaymentTarget.OneComponent(Component component) -> requireOwed(loan, component, command);
      case PaymentTarget.Split _ ->
          throw new IllegalArgumentException("a waiver names a component or a charge");
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
                new Instruction(PaymentKind.WAIVER, command.target(), null)));
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

  private static void requireOwed(LoanState loan, Component component, GrantWaiver command) {
    long owed = loan.balance().minor(component);
    if (command.amount().minorUnits() > owed) {
      throw new Refused(
          RefusalCode.EXCEEDS_OWED,
          "Of %s only %d %s are owed."
              .formatted(component.name().toLowerCase(Locale.ROOT), owed, loan.currency()));
    }
  }
}
