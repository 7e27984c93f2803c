package io.cascadeledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of events on this node. One thread takes all appends that are waiting and stores
 * them with one insert: the busier the ledger, the more commands share one flush to disk, and no
 * command ever waits for company. A conflict fails only the command that caused it.
 */
public final class EventWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final long POLL_MILLIS = 100;

  private final WriterLimits limits;
  private final BlockingQueue<List<PendingAppend>> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final PeriodGuard periods = new PeriodGuard();
  private final GroupInsert inserts;
  private final Thread thread;
  private volatile Consumer<List<RecordedEvent>> stored = _ -> {};
  private volatile boolean closed;

  /**
   * Starts a writer.
   *
   * @param dataSource gives the writer its one connection; not a pool
   * @param observer told of each insert
   */
  public EventWriter(DataSource dataSource, AppendObserver observer) {
    this(dataSource, observer, WriterLimits.STANDARD);
  }

  EventWriter(DataSource dataSource, AppendObserver observer, WriterLimits limits) {
    this.limits = limits;
    this.inserts =
        new GroupInsert(dataSource, observer, limits, periods, events -> stored.accept(events));
    this.thread = Thread.ofPlatform().daemon().name("event-writer").start(this::run);
  }

  /**
   * Has something done with the events, quickly and without failing, each time that some were
   * stored, in their order. After a broken connection, some that were stored may be left out.
   */
  void onStored(Consumer<List<RecordedEvent>> action) {
    stored = action;
  }

  /** What this node knows of closed periods. */
  PeriodGuard periods() {
    return periods;
  }

  /** How many commands are waiting to be stored. */
  public int waiting() {
    return waiting.get();
  }

  /**
   * Stores the events of one command together.
   *
   * @param rows in their order, at least one
   * @return completes with the position of the last event once all are durable; or exceptionally
   *     with {@link IdempotencyKeyUsedException}, {@link
   *     org.axonframework.modelling.command.AggregateStreamCreationException}, {@link
   *     org.axonframework.modelling.command.ConcurrencyException}, {@link
   *     AppendNotStoredException}, {@link EventStoreOverloadedException} (nothing was stored) or
   *     {@link AppendOutcomeUnknownException}
   */
  CompletableFuture<Long> append(List<EventRow> rows) {
    PendingAppend append = new PendingAppend(rows);
    appendAll(List.of(append));
    return append.done();
  }

  /**
   * Stores the events of some commands with one insert. Each command succeeds or fails by itself;
   * but where one fails, those of the group fail that come after it in the same stream.
   *
   * @param group in their order, at least one
   */
  void appendAll(List<PendingAppend> group) {
    if (group.isEmpty()) {
      return;
    }
    int before = waiting.getAndAdd(group.size());
    if (closed) {
      turnAway(group, closedException());
    } else if (before >= limits.waitingCommands()) {
      turnAway(group, new EventStoreOverloadedException(before));
    } else {
      queue.add(group);
      // The writer may have looked into the queue for the last time just before.
      if (closed && queue.remove(group)) {
        turnAway(group, closedException());
      }
    }
  }

  private void turnAway(List<PendingAppend> group, RuntimeException reason) {
    waiting.addAndGet(-group.size());
    group.forEach(append -> append.fail(reason));
  }

  private static AppendNotStoredException closedException() {
    return new AppendNotStoredException("the event writer is closed", null);
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      List<PendingAppend> batch = new ArrayList<>();
      try {
        take(batch);
        if (!batch.isEmpty()) {
          inserts.store(batch);
        }
      } catch (InterruptedException e) {
        closed = true;
        break;
      } catch (RuntimeException | Error e) {
        LOG.error("the event writer failed on a batch of {} commands", batch.size(), e);
        inserts.abandonConnection();
        batch.forEach(
            append -> append.fail(new AppendOutcomeUnknownException("the writer failed", e)));
      }
    }
    List<List<PendingAppend>> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(group -> turnAway(group, closedException()));
    inserts.abandonConnection();
  }

  /** Takes whole groups: the commands of one may build upon each other. */
  private void take(List<PendingAppend> batch) throws InterruptedException {
    List<PendingAppend> next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    int events = 0;
    while (next != null) {
      waiting.addAndGet(-next.size());
      batch.addAll(next);
      events += next.stream().mapToInt(append -> append.rows().size()).sum();
      boolean full =
          batch.size() >= limits.commandsPerInsert() || events >= limits.eventsPerInsert();
      next = full ? null : queue.poll();
    }
  }

  /** Turns new appends away, stores those that are waiting, and ends the writer. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(limits.closing())) {
        LOG.error("the event writer still has {} commands to store; it is ended", waiting());
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
