package io.cascadeledger.eventstore;

import java.util.List;

/**
 * Some consecutive events, handed on together: what a follower of {@link LiveEvents} gets as the
 * payload of one message, whose token is the position of the last of them.
 *
 * @param events in their order, at least one
 * @param done to be run once when the events are dealt with; a follower gets only so many chunks
 *     ahead of those that it is done with
 */
public record EventChunk(List<RecordedEvent> events, Runnable done) {

  public EventChunk {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a chunk has events");
    }
  }

  /** The position of its first event. */
  public long first() {
    return events.getFirst().position();
  }

  /** The position of its last event. */
  public long last() {
    return events.getLast().position();
  }
}
