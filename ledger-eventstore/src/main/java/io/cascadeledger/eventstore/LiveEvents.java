package io.cascadeledger.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All events in their order, {@link EventChunk} by chunk, for those who follow them. What was
 * stored lately comes out of memory, anything else from the database. An event that comes alone is
 * announced at once. Under load, followers are called in longer steps, so that each of them writes
 * the work of many events together; a reader who waits shortens the step.
 */
public final class LiveEvents
    implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

  /** The most events of one chunk that comes out of memory. */
  static final int CHUNK = 2_500;

  /**
   * The most of one that is read from the database, for who is far behind: what changes a row again
   * and again is written once for each chunk.
   */
  static final int CHUNK_READ = 8_000;

  /** How soon the events of other nodes are seen. */
  private static final long LOOK_MILLIS = 100;

  /** How long after a call the next one comes at the earliest. */
  private static final Duration GAP = Duration.ofMillis(120);

  /** The same, while a reader waits. */
  private static final long HURRIED_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

  private final long gapNanos;
  private final EventStorage storage;
  private final ChunkReader reader;
  private final OtherNodes others;
  private final RecentEvents recent = new RecentEvents();
  private final Set<EventFollower> followers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-events").daemon().factory());
  private final AtomicBoolean calling = new AtomicBoolean();
  private final AtomicBoolean hurrying = new AtomicBoolean();
  private final AtomicLong announced = new AtomicLong();
  private volatile long awaited;
  private volatile long calledNanos;

  /**
   * Follows a storage.
   *
   * @param dataSource a pool of connections, for reading chunks
   * @param storage where the events are
   * @param writer the writer of this node, which stores them there
   * @param aggregates what this node keeps, to be told of what other nodes store
   */
  public LiveEvents(
      DataSource dataSource, EventStorage storage, EventWriter writer, AggregateCache aggregates) {
    this(dataSource, storage, writer, aggregates, GAP);
  }

  LiveEvents(
      DataSource dataSource,
      EventStorage storage,
      EventWriter writer,
      AggregateCache aggregates,
      Duration gap) {
    this.gapNanos = gap.toNanos();
    this.calledNanos = System.nanoTime() - gapNanos;
    this.storage = storage;
    this.reader = new ChunkReader(dataSource);
    this.others =
        new OtherNodes(
            new EventReader(dataSource), aggregates, this::add, () -> !followers.isEmpty());
    writer.onStored(this::stored);
    var _ =
        schedule.scheduleWithFixedDelay(
            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void stored(List<RecordedEvent> events) {
    others.storedHere(events.getFirst().position(), events.getLast().position());
    add(events);
  }

  private void add(List<RecordedEvent> events) {
    recent.add(events);
    if (calling.compareAndSet(false, true)) {
      schedule(this::callInTime, calledNanos + gapNanos - System.nanoTime());
    }
  }

  private void callInTime() {
    long wait = calledNanos + gapNanos - System.nanoTime();
    if (wait > 0) { // a hurried call came first
      schedule(this::callInTime, wait);
    } else {
      calling.set(false);
      call(recent.last());
    }
  }

  /**
   * Says that a reader waits until an event is projected.
   *
   * @param position the event's position, whether or not this node has stored it
   */
  public void hurry(long position) {
    if (position > announced.get()) {
      awaited = position;
      if (hurrying.compareAndSet(false, true)) {
        schedule(this::callHurried, calledNanos + HURRIED_GAP_NANOS - System.nanoTime());
      }
    }
  }

  private void callHurried() {
    hurrying.set(false);
    call(recent.last());
    if (awaited > announced.get()) {
      look();
    }
  }

  /** Looks for what other nodes have stored; while this one stores, its inserts tell. */
  private void look() {
    if (recent.last() > announced.get()) {
      return;
    }
    try {
      long head = head();
      others.head(head);
      call(head);
    } catch (RuntimeException e) {
      LOG.debug("the events cannot be looked at; the next look may succeed", e);
    }
  }

  private long head() {
    return position(storage.createHeadToken());
  }

  private static long position(TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  private void call(long head) {
    if (announced.getAndAccumulate(head, Math::max) < head) {
      calledNanos = System.nanoTime();
      followers.forEach(EventFollower::call);
    }
    recent.forget(followers.stream().mapToLong(EventFollower::position).min().orElse(head));
  }

  /** The position of the last event that followers may take: as good as the last of all. */
  public long announced() {
    return announced.get();
  }

  /** When this node has learnt of an event; empty if that is not in memory. */
  OptionalLong knownSince(long position) {
    return recent.addedNanos(position);
  }

  /**
   * How long the event has been waiting that waits the longest for one of the followers of this
   * node to be done with it.
   *
   * @return zero if none waits, and also if a follower is so far behind that it reads the database
   */
  public Duration behind() {
    long now = System.nanoTime();
    long longest =
        followers.stream()
            .map(EventFollower::behindSince)
            .filter(OptionalLong::isPresent)
            .mapToLong(since -> now - since.getAsLong())
            .max()
            .orElse(0);
    return Duration.ofNanos(Math.max(0, longest));
  }

  /** The next events behind a position, at most a chunk. */
  List<RecordedEvent> after(long position) {
    List<RecordedEvent> found = recent.after(position, CHUNK);
    return found.isEmpty() ? reader.after(position, CHUNK_READ) : found;
  }

  private void schedule(Runnable task, long nanos) {
    try {
      var _ = schedule.schedule(task, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.trace("it is closed, so nobody is to be called any more", e);
    }
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
    long head = head();
    EventFollower follower = new EventFollower(this, position(trackingToken));
    followers.add(follower);
    call(head);
    return follower;
  }

  void leave(EventFollower follower) {
    followers.remove(follower);
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
    others.close();
    followers.clear();
  }
}
