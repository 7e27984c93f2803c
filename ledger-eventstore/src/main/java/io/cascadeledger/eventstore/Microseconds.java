package io.cascadeledger.eventstore;

import java.time.Instant;

/** Instants as PostgreSQL keeps them: whole microseconds since 1970. */
final class Microseconds {

  private Microseconds() {}

  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  static Instant toInstant(long microseconds) {
    return Instant.ofEpochSecond(
        Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000);
  }
}
