package io.cascadeledger.api.feed;

import io.cascadeledger.eventstore.EventFilter;
import io.cascadeledger.eventstore.StoredEvents;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands all events on, in their order, page by page: the next page is read once the last one was
 * acknowledged, so no more than one is ever held. Of several nodes one feeds; another goes on if it
 * ends, from the position that is stored. What was sent and not stored yet is sent twice then.
 */
final class FeedLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);

  /** For how long a node that says nothing more keeps others from feeding. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration RENEWAL = LEASE.dividedBy(6);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration STANDBY = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final StoredEvents events;
  private final LongSupplier newest;
  private final FeedPosition place;
  private final Supplier<Outlet> outlets;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Outlet outlet;
  private long heldNanos = System.nanoTime() - RENEWAL.toNanos();
  private int failures;
  private volatile FeedState state = FeedState.NEW;

  /**
   * Begins to feed.
   *
   * @param newest the position of the newest event that is known
   * @param outlets opens what the events are handed on to
   */
  FeedLoop(StoredEvents events, LongSupplier newest, FeedPosition place, Supplier<Outlet> outlets) {
    this.events = events;
    this.newest = newest;
    this.place = place;
    this.outlets = outlets;
    this.thread = Thread.ofPlatform().daemon().name("event-feed").start(this::run);
  }

  /** How it is. */
  FeedState state() {
    return state;
  }

  /** How many events there are that were not acknowledged yet. */
  long behind() {
    return Math.max(0, newest.getAsLong() - state.position());
  }

  private void run() {
    try {
      Duration pause = Duration.ZERO;
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = stepOrFail();
      }
    } catch (InterruptedException e) {
      LOG.debug("the feed was interrupted", e);
    } finally {
      closeOutlet();
      release();
    }
  }

  private Duration stepOrFail() throws InterruptedException {
    try {
      return step();
    } catch (RuntimeException | ExecutionException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      if (failures == 0) {
        LOG.warn("events cannot be handed on; it is tried again", cause);
      }
      state = state.failing(String.valueOf(cause));
      heldNanos = System.nanoTime() - RENEWAL.toNanos(); // it may be another's when this is over
      closeOutlet();
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      failures++;
      return pause;
    }
  }

  /** Does what is to be done next, and says how long to wait then. */
  private Duration step() throws InterruptedException, ExecutionException {
    if (System.nanoTime() - heldNanos >= RENEWAL.toNanos() && !hold()) {
      closeOutlet();
      return STANDBY;
    }
    long position = state.position();
    long last = newest.getAsLong();
    if (last <= position) {
      return LOOK;
    }
    StoredEvents.Page page = events.after(EventFilter.all(), position, last);
    if (outlet == null) {
      outlet = outlets.get();
    }
    await(outlet.send(page.events()));
    if (!place.advance(position, page.reached())) {
      throw new IllegalStateException("another node feeds");
    }
    heldNanos = System.nanoTime();
    if (state.isFailing()) {
      LOG.info("events are handed on again");
    }
    failures = 0;
    state = new FeedState(true, page.reached(), null);
    return Duration.ZERO;
  }

  /** Whether this node feeds. */
  private boolean hold() {
    long asked = System.nanoTime();
    FeedPosition.Standing standing = place.hold();
    // A failure is over once something is acknowledged, or somebody else's.
    String failure = standing.own() ? state.failure() : null;
    state = new FeedState(standing.own(), standing.position(), failure);
    if (standing.own()) {
      heldNanos = asked;
    }
    return standing.own();
  }

  /** Waits until all is acknowledged, and keeps what is this node's meanwhile. */
  private void await(CompletableFuture<Void> sent) throws InterruptedException, ExecutionException {
    while (true) {
      try {
        sent.get(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (!place.hold().own()) {
          throw new IllegalStateException("another node feeds", e);
        }
        if (!state.isFailing()) {
          LOG.warn("events that were handed on are not acknowledged; they are waited for");
        }
        state = state.failing("They are not acknowledged.");
      }
    }
  }

  private void closeOutlet() {
    if (outlet != null) {
      outlet.close();
      outlet = null;
    }
  }

  private void release() {
    try {
      place.release();
    } catch (RuntimeException e) {
      LOG.debug("the feed could not be released; another node goes on when the lease is over", e);
    }
  }

  /** Waits a little for what was sent to be acknowledged, and ends. */
  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.join(CLOSE)) {
        thread.interrupt();
        var _ = thread.join(CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
