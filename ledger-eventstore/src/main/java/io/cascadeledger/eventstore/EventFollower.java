package io.cascadeledger.eventstore;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** One place in the stream of events, moved on by one thread and called by others. */
final class EventFollower implements BlockingStream<TrackedEventMessage<?>> {

  private static final long PAUSE_MILLIS = 10;

  private final EventStorage storage;
  private final Consumer<EventFollower> whenClosed;
  private volatile Runnable callback = () -> {};
  private TrackingToken last;
  private Iterator<? extends TrackedEventMessage<?>> read;
  private TrackedEventMessage<?> next;

  EventFollower(EventStorage storage, TrackingToken last, Consumer<EventFollower> whenClosed) {
    this.storage = storage;
    this.last = last;
    this.whenClosed = whenClosed;
  }

  /** Says that there may be something new. */
  void call() {
    callback.run();
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
    if (next == null) {
      if (read == null) {
        read = storage.readEvents(last, false).iterator();
      }
      if (read.hasNext()) {
        next = read.next();
      } else {
        read = null; // what comes later is found by another look
      }
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
    TrackedEventMessage<?> result = next;
    last = result.trackingToken();
    next = null;
    return result;
  }

  @Override
  public void close() {
    whenClosed.accept(this);
  }
}
