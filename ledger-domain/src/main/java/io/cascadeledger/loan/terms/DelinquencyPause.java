package io.cascadeledger.loan.terms;

import java.time.LocalDate;

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
}
