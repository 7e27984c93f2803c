package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.List;

/**
 * Asks what a command would store. It travels in the command's metadata under {@link
 * EventMetadata#APPEND}, in place of an {@link Append}: when the events are about to be stored, the
 * command fails with an {@link Over}, and its unit of work is rolled back as after any failure.
 */
public final class Rehearsal {

  /** The end of a rehearsal. Nothing was stored. */
  public static final class Over extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LedgerEvent> events;

    Over(List<LedgerEvent> events) {
      super("nothing was to be stored", null, false, false);
      this.events = List.copyOf(events);
    }

    /** What would have been stored, at least one event. */
    public List<LedgerEvent> events() {
      return events;
    }
  }
}
