package io.cascadeledger.claim.value;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a debtor has promised to pay on a claim by a day. A claim has one promise for a day at most.
 *
 * @param amountMinor what is to be paid at least, in minor units
 * @param dueDate the last day on which it may be paid
 */
public record PromiseToPay(long amountMinor, LocalDate dueDate) {

  public PromiseToPay {
    Objects.requireNonNull(dueDate, "dueDate must not be null");
  }
}
