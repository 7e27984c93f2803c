package io.cascadeledger.api.events;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.LineBuffer;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.limits.Limits;
import java.nio.channels.ClosedChannelException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.SynchronousSink;

/** One stream of events: gives the next bytes whenever the connection has room for them. */
final class EventStream {

  private static final int PIECE_BYTES = 32_768;

  /** How soon a new event is seen. */
  private static final long LOOK_MILLIS = 20;

  /** How often a caller hears that the stream lives, while nothing happens. */
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final EventStreams streams;
  private final EventFilter filter;
  private final EventFormat format;
  private final long last;
  private final long endNanos = System.nanoTime() + Limits.EVENT_STREAM_DURATION.toNanos();
  private final LineBuffer bytes = new LineBuffer(2 * PIECE_BYTES);
  private Iterator<StoredEvent> events = List.<StoredEvent>of().iterator();
  private long reached;
  private boolean begun;
  private volatile boolean ended;

  /**
   * A stream.
   *
   * @param after behind this position
   * @param last none behind this one; or, if it is negative, whatever comes
   */
  EventStream(EventStreams streams, EventFilter filter, EventFormat format, long after, long last) {
    this.streams = streams;
    this.filter = filter;
    this.format = format;
    this.reached = after;
    this.last = last;
  }

  /** Ends it at the next occasion. */
  void end() {
    ended = true;
  }

  /** Gives the next piece, for which it may wait, or the end. */
  void next(SynchronousSink<DataBuffer> sink, DataBufferFactory buffers) {
    try {
      begin();
      fill();
      if (bytes.size() > 0) {
        sink.next(buffers.wrap(bytes.take()));
      } else if (isLive() || isComplete()) {
        sink.complete();
      } else {
        // Whoever reads must not take a part for the whole: the connection breaks.
        sink.error(new ClosedChannelException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sink.error(new ClosedChannelException());
    }
  }

  /** The first words open the stream, also if there is no event for a long time. */
  private void begin() {
    if (!begun && isLive()) {
      bytes.add("retry: 1000\n: events after ").add(reached).add("\n\n");
    }
    begun = true;
  }

  private boolean isLive() {
    return last < 0;
  }

  private void fill() throws InterruptedException {
    long heartbeat = System.nanoTime() + HEARTBEAT_NANOS;
    while (bytes.size() < PIECE_BYTES && !isOver()) {
      if (events.hasNext()) {
        format.write(events.next(), bytes);
      } else if (reached < bound()) {
        StoredEvents.Page page = streams.read(filter, reached, bound());
        events = page.events().iterator();
        reached = page.reached();
      } else if (bytes.size() > 0 || !isLive()) {
        return;
      } else if (System.nanoTime() - heartbeat > 0) {
        beat();
      } else {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
  }

  /** What goes on without an end ends after some time, so that whoever reads asks anew. */
  private boolean isOver() {
    return ended || (isLive() && System.nanoTime() - endNanos > 0);
  }

  private boolean isComplete() {
    return reached >= last && !events.hasNext();
  }

  /** The position up to which there is something to read now. */
  private long bound() {
    return isLive() ? streams.newest() : last;
  }

  /** Tells how far it is: who comes back later need not be read the same positions again. */
  private void beat() {
    bytes.add(": nothing new\nid: ").add(reached).add("\n\n");
  }
}
