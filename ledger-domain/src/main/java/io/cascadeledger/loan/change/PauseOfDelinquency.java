package io.cascadeledger.loan.change;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides on a pause. What was charged for lateness because of its days is restated; what it puts
 * off is charged when it is over.
 */
public final class PauseOfDelinquency {

  private PauseOfDelinquency() {}

  /**
   * Decides.
   *
   * @return the pause, and what it restates if it began before today
   * @throws Refused if the ledger does not service the loan or the days are none
   */
  public static List<LoanEvent> decide(LoanState loan, PauseDelinquency command) {
    LocalDate today = command.time().businessDate();
    LocalDate from = command.start().isAfter(today) ? today : command.start();
    requireEffectiveDate(from, command.time());

    requireActive(loan);

    requireNotBeforeOpening(loan, from);
    requirePeriod(command.start(), command.end());
    if (loan.servicingTerms().isEmpty()) {
      throw new Refused(
          RefusalCode.LOAN_NOT_SERVICED, "The lender services the loan: nothing is overdue here.");
    }
    DelinquencyPaused paused =
        new DelinquencyPaused(
            command.loan(),
            command.pauseId(),
            new DelinquencyPause(command.start(), command.end()),
            command.reason(),
            command.metadata(),
            from,
            command.time().postedAt());
    return Restatements.with(paused, Replay.put(loan, Movement.of(paused, loan.nextSequence())));
  }

  private static void requirePeriod(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      throw new Refused(RefusalCode.TERMS_UNSOUND, "The pause ends before it starts.");
    }
    if (end.toEpochDay() - start.toEpochDay() >= Limits.PAUSE_DAYS) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "The pause is longer than %d days.".formatted(Limits.PAUSE_DAYS));
    }
  }
}
