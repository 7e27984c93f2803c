package io.cascadeledger.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The moment a command was received, as the edge of the system read it from its clock. The domain
 * has no clock of its own, so every command brings this.
 *
 * @param postedAt when the ledger records the movement, to the microsecond
 * @param businessDate the date of that moment in the ledger's business time zone; no movement may
 *     be effective after it
 */
public record PostingTime(Instant postedAt, LocalDate businessDate) {

  public PostingTime {
    Objects.requireNonNull(postedAt, "postedAt must not be null");
    Objects.requireNonNull(businessDate, "businessDate must not be null");
  }
}
