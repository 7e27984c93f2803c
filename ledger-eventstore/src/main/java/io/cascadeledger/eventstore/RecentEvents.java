package io.cascadeledger.eventstore;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The events that this node stored last, without a gap, for those who follow closely: they need
 * neither read nor decode them. It is bounded; whoever is further behind reads the database.
 */
final class RecentEvents {

  /** The most events that are kept: several seconds of a busy ledger. */
  static final int CAPACITY = 20_000;

  private final RecordedEvent[] ring = new RecordedEvent[CAPACITY];
  private long first = 1;
  private long last;

  /**
   * Adds the events that were stored next. If another node has stored some in between, those before
   * the gap are dropped.
   *
   * @param events with consecutive positions
   */
  synchronized void add(List<RecordedEvent> events) {
    for (RecordedEvent event : events) {
      if (event.position() != last + 1) {
        forget(last);
        first = event.position();
      }
      last = event.position();
      first = Math.max(first, last - CAPACITY + 1);
      ring[place(last)] = event;
    }
  }

  /** Drops the events up to a position, which nobody needs any more. */
  synchronized void forget(long position) {
    while (first <= Math.min(position, last)) {
      ring[place(first++)] = null;
    }
  }

  /** The position of the last event; 0 if there was none. */
  synchronized long last() {
    return last;
  }

  /**
   * The events behind a position, in order.
   *
   * @param limit how many at most
   * @return empty if the next event is not kept here
   */
  synchronized List<RecordedEvent> after(long position, int limit) {
    if (position + 1 < first || position >= last) {
      return List.of();
    }
    return LongStream.rangeClosed(position + 1, Math.min(last, position + limit))
        .mapToObj(at -> ring[place(at)])
        .toList();
  }

  private static int place(long position) {
    return (int) (position % CAPACITY);
  }
}
