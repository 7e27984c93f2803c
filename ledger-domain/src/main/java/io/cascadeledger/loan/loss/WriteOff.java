package io.cascadeledger.loan.loss;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.replay.Departure;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Decides on a write-off: all that is owed is given up. */
public final class WriteOff {

  private WriteOff() {}

  /**
   * Decides.
   *
   * @return the event, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if nothing is owed
   */
  public static List<LoanEvent> decide(LoanState loan, WriteOffLoan command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireActive(loan);
    requireNotBeforeOpening(loan, command.effectiveDate());
    Outcome outcome =
        Departure.put(
            loan,
            command.writeOffId(),
            command.entryId(),
            EntryType.WRITE_OFF,
            command.effectiveDate(),
            0);
    LoanWrittenOff posted =
        new LoanWrittenOff(
            command.loan(),
            command.writeOffId(),
            command.reason(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(posted, outcome);
  }
}
