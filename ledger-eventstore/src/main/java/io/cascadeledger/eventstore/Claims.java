package io.cascadeledger.eventstore;

import java.util.HashSet;
import java.util.Set;

/** The places and keys that one insert claims, each at most once. */
final class Claims {

  private final Set<EventRow.Slot> slots = new HashSet<>();
  private final Set<EventRow.Key> keys = new HashSet<>();

  /**
   * Adds what an append claims.
   *
   * @return false if something of it is claimed already, and nothing was added
   */
  boolean add(PendingAppend append) {
    for (EventRow row : append.rows()) {
      if (slots.contains(row.slot()) || (row.request() != null && keys.contains(row.key()))) {
        return false;
      }
    }
    for (EventRow row : append.rows()) {
      slots.add(row.slot());
      if (row.request() != null) {
        keys.add(row.key());
      }
    }
    return true;
  }
}
