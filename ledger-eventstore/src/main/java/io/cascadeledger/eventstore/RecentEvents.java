package io.cascadeledger.eventstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The events that were stored last, for those who follow closely: they need neither read nor decode
 * them. Those of this node come when they are stored, those of others a little later, so there may
 * be gaps for a while. It is bounded; whoever is further behind reads the database.
 */
final class RecentEvents {

  /** The most events that are kept: several seconds of a busy ledger. */
  static final int CAPACITY = 20_000;

  private final RecordedEvent[] ring = new RecordedEvent[CAPACITY];
  private final long[] addedNanos = new long[CAPACITY];
  private long first = 1;
  private long last;

  /** Adds events, the last of all or some that were missing. */
  synchronized void add(List<RecordedEvent> events) {
    long now = System.nanoTime();
    for (RecordedEvent event : events) {
      long position = event.position();
      if (position > last) {
        emptyUpTo(position);
      }
      if (position >= first) {
        ring[place(position)] = event;
        addedNanos[place(position)] = now;
      }
    }
  }

  /** When an event was added, by the clock of nanoseconds; empty if it is not kept here. */
  synchronized OptionalLong addedNanos(long position) {
    return position >= first && position <= last && ring[place(position)] != null
        ? OptionalLong.of(addedNanos[place(position)])
        : OptionalLong.empty();
  }

  /** Makes room for the event of a position behind all others, and for those before it. */
  private void emptyUpTo(long position) {
    if (position - last >= CAPACITY) {
      Arrays.fill(ring, null);
    } else {
      for (long missing = last + 1; missing < position; missing++) {
        ring[place(missing)] = null;
      }
    }
    last = position;
    first = Math.max(first, last - CAPACITY + 1);
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
   * The events behind a position, in order, up to one that is missing.
   *
   * @param limit how many at most
   * @return empty if the next event is not kept here
   */
  synchronized List<RecordedEvent> after(long position, int limit) {
    List<RecordedEvent> found = new ArrayList<>();
    for (long at = position + 1; at >= first && at <= last && found.size() < limit; at++) {
      RecordedEvent event = ring[place(at)];
      if (event == null) {
        break;
      }
      found.add(event);
    }
    return found;
  }

  private static int place(long position) {
    return (int) (position % CAPACITY);
  }
}
