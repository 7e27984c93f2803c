package io.cascadeledger.loan.terms;

import java.time.LocalDate;
import java.util.Objects;

/**
 * All that is outstanding is spread over new instalments, arrears too.
 *
 * @param firstDueDate when the first of them falls due, not null
 * @param instalmentCount how many there are, from 1
 * @param frequency how often they fall due; null as before
 */
public record Reage(LocalDate firstDueDate, int instalmentCount, RepaymentFrequency frequency) {

  public Reage {
    Objects.requireNonNull(firstDueDate, "firstDueDate must not be null");
    if (instalmentCount < 1) {
      throw new IllegalArgumentException("not a number of instalments: " + instalmentCount);
    }
  }
}
