package io.cascadeledger.loan.schedule;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What falls due on one day of a schedule. Its period begins on {@code from} and ends the day
 * before {@code due}.
 *
 * @param number its place, from 1
 * @param from the first day of its period, not null
 * @param due when it falls due, after {@code from}, not null
 * @param principalMinor the principal in it, in minor units, zero or more
 * @param interestMinor the interest in it, in minor units, zero or more
 */
public record Instalment(
    int number, LocalDate from, LocalDate due, long principalMinor, long interestMinor) {

  public Instalment {
    Objects.requireNonNull(from, "from must not be null");
    if (number < 1 || !due.isAfter(from)) {
      throw new IllegalArgumentException(
          "instalment " + number + " can not last from " + from + " to " + due + ".");
    }
    if (principalMinor < 0 || interestMinor < 0) {
      throw new IllegalArgumentException("instalment " + number + " has an amount below zero.");
    }
  }

  /** Principal and interest together, in minor units. */
  public long totalMinor() {
    return Math.addExact(principalMinor, interestMinor);
  }
}
