package io.cascadeledger.loan.endofday;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Identities of what a day brings: they follow from the loan, the day and what it is. */
final class Identities {

  private Identities() {}

  static UUID of(CloseLoanDay command, String what, LocalDate day) {
    return of(command, what + "/" + day);
  }

  static UUID of(CloseLoanDay command, String what) {
    return UUID.nameUUIDFromBytes((command.loan() + "/" + what).getBytes(StandardCharsets.UTF_8));
  }
}
