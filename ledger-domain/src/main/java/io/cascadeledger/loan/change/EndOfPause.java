package io.cascadeledger.loan.change;

import static io.cascadeledger.loan.state.MovementRules.requireActive;

import io.cascadeledger.loan.event.DelinquencyPauseEnded;
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
 * Decides on the end of a pause. What the days that count again make late is charged by the next
 * end of a day.
 */
public final class EndOfPause {

  private EndOfPause() {}

  /**
   * Decides.
   *
   * @return the end, and what it restates if days count again that have passed
   * @throws Refused if the loan has no such pause, or the pause does not end earlier by it
   */
  public static List<LoanEvent> decide(LoanState loan, EndDelinquencyPause command) {
    requireActive(loan);

    DelinquencyPause pause = requirePause(loan, command);
    requireEarlier(pause, command.lastDay());
    LocalDate today = command.time().businessDate();
    LocalDate counted = command.lastDay() == null ? pause.start() : command.lastDay().plusDays(1);
    DelinquencyPauseEnded ended =
        new DelinquencyPauseEnded(
            command.loan(),
            command.pauseEndId(),
            command.pauseId(),
            command.lastDay(),
            command.reason(),
            command.metadata(),
            counted.isAfter(today) ? today : counted,
            command.time().postedAt());
    return Restatements.with(ended, Replay.put(loan, Movement.of(ended, loan.nextSequence())));
  }

  private static DelinquencyPause requirePause(LoanState loan, EndDelinquencyPause command) {
    return loan.standing()
        .servicing()
        .map(it -> it.pauses().arranged().get(command.pauseId()))
        .orElseThrow(
            () ->
                new Refused(
                    RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND,
                    "The loan has no pause %s of which a day is left."
                        .formatted(command.pauseId())));
  }

  private static void requireEarlier(DelinquencyPause pause, LocalDate lastDay) {
    if (lastDay != null && lastDay.isBefore(pause.start())) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "The pause starts on %s: no day before it can be its last.".formatted(pause.start()));
    }
    if (lastDay != null && !lastDay.isBefore(pause.end())) {
      throw new Refused(
          RefusalCode.TERMS_UNSOUND,
          "The pause ends on %s: that is not after %s.".formatted(pause.end(), lastDay));
    }
  }
}
