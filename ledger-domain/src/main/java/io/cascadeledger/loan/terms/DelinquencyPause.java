package io.cascadeledger.loan.terms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that do not count as days past due, and on which nothing is charged for lateness.
 *
 * @param start the first of them, not null
 * @param end the last of them, not before the first, not null
 */
public record DelinquencyPause(LocalDate start, LocalDate end) {

  public DelinquencyPause {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a pause does not end before it starts");
    }
  }

  /**
   * What is left of it.
   *
   * @param lastDay the last day that stays paused; null if none does
   * @return empty if no day is left
   */
  public Optional<DelinquencyPause> until(LocalDate lastDay) {
    if (lastDay == null || lastDay.isBefore(start)) {
      return Optional.empty();
    }
    return Optional.of(lastDay.isBefore(end) ? new DelinquencyPause(start, lastDay) : this);
  }
}
