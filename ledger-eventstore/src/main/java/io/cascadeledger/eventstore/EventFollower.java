package io.cascadeledger.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place in the stream of events, moved on by one thread and called by others. It hands on
 * {@link EventChunk}s. The chunk after the one at work is made ready meanwhile, and no more: a
 * follower that is slow does not fill the memory.
 */
final class EventFollower implements BlockingStream<TrackedEventMessage<?>> {

  /** The most chunks that are handed on and not done with. */
  private static final int AHEAD = 2;

  private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
  private static final long PAUSE_MILLIS = 10;

  private final LiveEvents events;
  private final AtomicInteger atWork = new AtomicInteger();

  /**
   * Since when the first event of each chunk at work is known; nothing of those from the database.
   */
  private final Queue<OptionalLong> atWorkSince = new ConcurrentLinkedQueue<>();

  private volatile Runnable callback = () -> {};
  private volatile long position;
  private TrackedEventMessage<EventChunk> next;

  EventFollower(LiveEvents events, long position) {
    this.events = events;
    this.position = position;
  }

  /** The last event that was handed on. */
  long position() {
    return position;
  }

  /**
   * Since when the first event is known that is not dealt with.
   *
   * @return by the clock of nanoseconds; empty if there is none, or it is not in memory any more
   */
  OptionalLong behindSince() {
    OptionalLong working = atWorkSince.peek();
    return working == null ? events.knownSince(position + 1) : working;
  }

  /** Says that there may be something new. */
  void call() {
    try {
      callback.run();
    } catch (RejectedExecutionException e) {
      LOG.trace("whoever follows is about to close", e);
    }
  }

  private void done() {
    atWork.decrementAndGet();
    atWorkSince.poll();
    if (position < events.announced()) {
      call();
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    this.callback = callback;
    return true;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? Optional.of(next) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable() {
    if (next == null && atWork.get() < AHEAD && position < events.announced()) {
      List<RecordedEvent> found = events.after(position);
      next = found.isEmpty() ? null : message(new EventChunk(found, this::done));
    }
    return next != null;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (!hasNextAvailable()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable()) {
      Thread.sleep(PAUSE_MILLIS);
    }
    TrackedEventMessage<EventChunk> result = next;
    next = null;
    atWorkSince.add(events.knownSince(result.getPayload().first()));
    position = result.getPayload().last();
    atWork.incrementAndGet();
    return result;
  }

  private static TrackedEventMessage<EventChunk> message(EventChunk chunk) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(chunk.last()), new GenericEventMessage<>(chunk));
  }

  @Override
  public void close() {
    events.leave(this);
  }
}
