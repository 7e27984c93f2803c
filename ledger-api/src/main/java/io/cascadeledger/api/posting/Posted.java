package io.cascadeledger.api.posting;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.Append;
import io.cascadeledger.loan.endofday.DayEnd;
import java.util.List;

/**
 * What a request posted, or would post.
 *
 * @param dayEnd the events by which the loan was brought to the end of the day before; none unless
 *     the request asked for that
 * @param events the events it stored, from which its answer is built: the first answers it, and the
 *     others in the same stream follow from that one. After a batch, those of other streams may be
 *     missing. None if nothing was to be done
 * @param position every event of the request stands at or before it; 0 if nothing was stored
 * @param correlationId what the request that posted it belonged to
 * @param outcome how it came about
 */
public record Posted(
    List<LedgerEvent> dayEnd,
    List<LedgerEvent> events,
    long position,
    String correlationId,
    Outcome outcome) {

  /** How an answer came about. */
  public enum Outcome {
    /** The request has posted it. */
    POSTED,
    /** An earlier request with the same key had posted it. */
    REPLAYED,
    /** It was tried, and nothing was stored. */
    REHEARSED
  }

  public Posted {
    dayEnd = List.copyOf(dayEnd);
    events = List.copyOf(events);
  }

  /** What a request posted that did not ask for the end of a day before. */
  public Posted(List<LedgerEvent> events, long position, String correlationId, Outcome outcome) {
    this(List.of(), events, position, correlationId, outcome);
  }

  /** What was stored now. */
  static Posted of(Append.Stored stored, String correlationId) {
    return new Posted(stored.events(), stored.lastPosition(), correlationId, Outcome.POSTED);
  }

  /** There was nothing to post: all of it had happened before, by whatever request. */
  static Posted nothing(String correlationId) {
    return new Posted(List.of(), 0, correlationId, Outcome.POSTED);
  }

  /**
   * The event that answers the request.
   *
   * @throws java.util.NoSuchElementException if there was nothing to post
   */
  public LedgerEvent event() {
    return events.getFirst();
  }

  /** Whether there was nothing to post. */
  public boolean isNothing() {
    return events.isEmpty();
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
    return new Posted(dayEnd, events, position, correlationId, Outcome.REPLAYED);
  }

  /** The same, of a request that asked for the end of a day before: which events those are. */
  Posted afterDayEnd() {
    int first = 0;
    while (DayEnd.brings(events.get(first))) {
      first++;
    }
    return new Posted(
        events.subList(0, first),
        events.subList(first, events.size()),
        position,
        correlationId,
        outcome);
  }
}
