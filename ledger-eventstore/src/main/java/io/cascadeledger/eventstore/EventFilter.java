package io.cascadeledger.eventstore;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which events a reader wants. What is null, and a set that is empty, excludes nothing.
 *
 * @param tenant whose events; null for those of all tenants
 * @param names the stored names
 * @param streamType what the streams are of
 * @param streamId one stream of that type
 * @param from recorded at this moment or later
 * @param to recorded before this moment
 */
public record EventFilter(
    String tenant, Set<String> names, String streamType, UUID streamId, Instant from, Instant to) {

  /** Copies the names. */
  public EventFilter {
    names = Set.copyOf(names);
    if (streamId != null && (tenant == null || streamType == null)) {
      throw new IllegalArgumentException("a stream is one of a tenant and a type");
    }
  }

  /** All events of all tenants. */
  public static EventFilter all() {
    return new EventFilter(null, Set.of(), null, null, null, null);
  }
}
