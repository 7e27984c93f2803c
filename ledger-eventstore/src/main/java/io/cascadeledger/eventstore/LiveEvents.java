package io.cascadeledger.eventstore;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All events in their order, for those who follow them. Followers are called as soon as this node
 * has stored something, at most fifty times a second, and soon after another one has. Axon's own
 * event store calls nobody: its pooled processors would look every half second, and whoever reads
 * what they wrote would wait.
 */
public final class LiveEvents
    implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

  /** How soon the events of other nodes are seen. */
  private static final long LOOK_MILLIS = 100;

  /**
   * How long after a call the next one comes at the earliest. Under load, followers thus take many
   * events at once, instead of a transaction for each while the next request waits for a processor.
   */
  private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final EventStorage storage;
  private final Set<EventFollower> followers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-events").daemon().factory());
  private final AtomicBoolean calling = new AtomicBoolean();
  private volatile long calledNanos = System.nanoTime() - GAP_NANOS;
  private long head; // only the schedule's thread looks at it

  /**
   * Follows a storage.
   *
   * @param storage where the events are
   * @param writer the writer of this node, which stores them there
   */
  public LiveEvents(EventStorage storage, EventWriter writer) {
    this.storage = storage;
    writer.onStored(this::callSoon);
    var _ =
        schedule.scheduleWithFixedDelay(
            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (followers.isEmpty()) {
      return;
    }
    try {
      TrackingToken token = storage.createHeadToken();
      long now = token == null ? 0 : token.position().orElse(0);
      if (now > head) {
        head = now;
        callSoon();
      }
    } catch (RuntimeException e) {
      LOG.debug("the events cannot be looked at; the next look may succeed", e);
    }
  }

  private void callSoon() {
    if (calling.compareAndSet(false, true)) {
      long wait = Math.max(0, calledNanos + GAP_NANOS - System.nanoTime());
      try {
        var _ = schedule.schedule(this::call, wait, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException _) {
        // It is closed, so nobody is to be called any more.
      }
    }
  }

  private void call() {
    calling.set(false);
    calledNanos = System.nanoTime();
    followers.forEach(EventFollower::call);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
    EventFollower follower = new EventFollower(storage, trackingToken, followers::remove);
    followers.add(follower);
    return follower;
  }

  @Override
  public TrackingToken createTailToken() {
    return storage.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return storage.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return storage.createTokenAt(dateTime);
  }

  /** Calls no follower any more. */
  @Override
  public void close() {
    schedule.shutdownNow();
    followers.clear();
  }
}
