package io.cascadeledger.loan.terms;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An instalment as a lender supplies it, when the schedule is not computed here.
 *
 * @param number its place, from 1
 * @param dueDate when it falls due, not null
 * @param principalMinor the principal in it, in minor units, zero or more
 * @param interestMinor the interest in it
 * @param feesMinor the fees in it
 * @param penaltiesMinor the penalties in it
 */
public record ScheduledInstalment(
    int number,
    LocalDate dueDate,
    long principalMinor,
    long interestMinor,
    long feesMinor,
    long penaltiesMinor) {

  public ScheduledInstalment {
    Objects.requireNonNull(dueDate, "dueDate must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("instalments are numbered from 1, not " + number + ".");
    }
    if (principalMinor < 0 || interestMinor < 0 || feesMinor < 0 || penaltiesMinor < 0) {
      throw new IllegalArgumentException("instalment " + number + " has an amount below zero.");
    }
  }

  /** All of it, in minor units, if that fits a {@code long}. */
  public long totalMinor() {
    return principalMinor + interestMinor + feesMinor + penaltiesMinor;
  }

  /** Whether fees or penalties fall due with it. */
  public boolean hasCharges() {
    return feesMinor > 0 || penaltiesMinor > 0;
  }
}
