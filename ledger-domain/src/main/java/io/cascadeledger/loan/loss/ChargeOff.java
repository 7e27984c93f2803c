package io.cascadeledger.loan.loss;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Departure;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Decides on a charge-off: all that is owed is moved to losses. */
public final class ChargeOff {

  private ChargeOff() {}

  /**
   * Decides.
   *
   * @return the event, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if nothing is owed
   */
  public static List<LoanEvent> decide(LoanState loan, ChargeOffLoan command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireActive(loan);
    requireNotBeforeOpening(loan, command.effectiveDate());
    Outcome outcome =
        Departure.put(
            loan,
            command.chargeOffId(),
            command.entryId(),
            EntryType.CHARGE_OFF,
            command.effectiveDate(),
            0);
    LoanChargedOff posted =
        new LoanChargedOff(
            command.loan(),
            command.chargeOffId(),
            command.reason(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(posted, outcome);
  }
}
