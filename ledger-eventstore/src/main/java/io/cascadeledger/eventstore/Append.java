package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.List;

/**
 * The append of one command's events, from the side of the one who sent the command: which request
 * they answer, and, once they are durable, what they are and where they stand. It travels in the
 * command's metadata under {@link EventMetadata#APPEND} and is never stored itself.
 */
public final class Append {

  private final RequestKey requestKey;
  private volatile Stored stored;

  /**
   * An append that answers a request.
   *
   * @param requestKey the request's key and fingerprint, or null if it has none
   */
  public Append(RequestKey requestKey) {
    this.requestKey = requestKey;
  }

  /** The request's key, or null. */
  public RequestKey requestKey() {
    return requestKey;
  }

  /** Called by the event store when the events are durable. */
  void completed(List<LedgerEvent> events, long lastPosition) {
    stored = new Stored(List.copyOf(events), lastPosition);
  }

  /**
   * What was stored.
   *
   * @throws IllegalStateException if the command has not succeeded, or stored nothing
   */
  public Stored stored() {
    if (stored == null) {
      throw new IllegalStateException("the command has stored nothing");
    }
    return stored;
  }

  /**
   * Durable events.
   *
   * @param events in their order, at least one
   * @param lastPosition the position of the last of them
   */
  public record Stored(List<LedgerEvent> events, long lastPosition) {}
}
