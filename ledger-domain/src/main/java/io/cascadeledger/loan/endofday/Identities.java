package io.cascadeledger.loan.endofday;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Identities of what a day brings: they follow from the loan, the day and what it is. */
final class Identities {

  /** The version of a UUID that is made of a name. */
  private static final int NAMED = 3;

  private Identities() {}

  static UUID of(CloseLoanDay command, String what, LocalDate day) {
    return of(command, what + "/" + day);
  }

  /** Whether an identity is of this kind; those of requests are random or begin with the time. */
  static boolean isOne(UUID id) {
    return id.version() == NAMED;
  }

  static UUID of(CloseLoanDay command, String what) {
    return UUID.nameUUIDFromBytes((command.loan() + "/" + what).getBytes(StandardCharsets.UTF_8));
  }
}
