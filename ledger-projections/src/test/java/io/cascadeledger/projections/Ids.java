package io.cascadeledger.projections;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identities that are the same in each run. */
public final class Ids {

  private final String name;
  private long given;

  /** A sequence of identities of its own. */
  public Ids(String name) {
    this.name = name;
  }

  /** The next identity. */
  public UUID next() {
    given++;
    return of(name + given);
  }

  /** The identity of a loan's entry within a batch's. */
  public static UUID partOf(UUID batchEntryId, UUID loan) {
    return of(batchEntryId + "/" + loan);
  }

  private static UUID of(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
