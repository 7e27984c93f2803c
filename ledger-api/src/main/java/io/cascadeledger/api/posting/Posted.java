package io.cascadeledger.api.posting;

import io.cascadeledger.event.LedgerEvent;
import java.util.List;

/**
 * What a request posted, or would post.
 *
 * @param events the events it stored, from which its answer is built: the first answers it, and the
 *     others in the same stream follow from that one. After a batch, those of other streams may be
 *     missing. None if nothing was to be done
 * @param position every event of the request stands at or before it; 0 if nothing was stored
 * @param correlationId what the request that posted it belonged to
 * @param outcome how it came about
 */
public record Posted(
    List<LedgerEvent> events, long position, String correlationId, Outcome outcome) {

  /** How an answer came about. */
  public enum Outcome {
    /** The request has posted it. */
    POSTED,
    /** An earlier request with the same key had posted it. */
    REPLAYED,
    /** It was tried, and nothing was stored. */
    REHEARSED,
    /** All of it had happened before, by whatever request: there are no events. */
    UNCHANGED
  }

  public Posted {
    events = List.copyOf(events);
  }

  /** Nothing was to be done. */
  static Posted unchanged(String correlationId) {
    return new Posted(List.of(), 0, correlationId, Outcome.UNCHANGED);
  }

  /**
   * The event that answers the request.
   *
   * @throws java.util.NoSuchElementException if nothing was to be done
   */
  public LedgerEvent event() {
    return events.getFirst();
  }

  /** Whether an earlier request with the same key had posted it. */
  public boolean replayed() {
    return outcome == Outcome.REPLAYED;
  }

  /** Whether nothing was stored. */
  public boolean rehearsed() {
    return outcome == Outcome.REHEARSED;
  }

  /** The same, told once more. */
  public Posted again() {
    return new Posted(events, position, correlationId, Outcome.REPLAYED);
  }
}
