package io.cascadeledger.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of events on this node. One thread takes all appends that are waiting and stores
 * them with one insert: the busier the ledger, the more commands share one flush to disk, and no
 * command ever waits for company. A conflict fails only the command that caused it.
 */
public final class EventWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final String UNIQUE_VIOLATION = "23505";

  /** The most commands that one insert carries. */
  private static final int COMMANDS_PER_INSERT = 256;

  /** The most commands that wait; more are turned away at once. */
  private static final int WAITING_COMMANDS = 10_000;

  private static final Duration RECOVERY_BOUND = Duration.ofSeconds(10);
  private static final Duration CLOSING_BOUND = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 100;

  private final BlockingQueue<PendingAppend> queue = new LinkedBlockingQueue<>(WAITING_COMMANDS);
  private final WriterConnection connection;
  private final AppendObserver observer;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts a writer.
   *
   * @param dataSource gives the writer its one connection; not a pool
   * @param observer told of each insert
   */
  public EventWriter(DataSource dataSource, AppendObserver observer) {
    this.connection = new WriterConnection(dataSource);
    this.observer = observer;
    this.thread = Thread.ofPlatform().name("event-writer").start(this::run);
  }

  /** How many commands are waiting to be stored. */
  public int waiting() {
    return queue.size();
  }

  /**
   * Stores the events of one command together.
   *
   * @param rows in their order, at least one
   * @return completes with the position of the last event once all are durable; or exceptionally
   *     with {@link IdempotencyKeyUsedException}, {@link AggregateStreamCreationException}, {@link
   *     ConcurrencyException}, {@link AppendNotStoredException}, {@link
   *     EventStoreOverloadedException} (nothing was stored) or {@link
   *     AppendOutcomeUnknownException}
   */
  CompletableFuture<Long> append(List<EventRow> rows) {
    PendingAppend append = new PendingAppend(rows);
    if (closed || !queue.offer(append)) {
      append.done().completeExceptionally(new EventStoreOverloadedException(queue.size()));
    }
    return append.done();
  }

  private void run() {
    List<PendingAppend> batch = new ArrayList<>(COMMANDS_PER_INSERT);
    while (!closed || !queue.isEmpty()) {
      try {
        PendingAppend first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, COMMANDS_PER_INSERT - 1);
          store(batch);
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException | Error e) {
        LOG.error("the event writer failed on a batch of {} commands", batch.size(), e);
        fail(batch, new AppendOutcomeUnknownException("the event writer failed", e));
      }
      batch.clear();
    }
    List<PendingAppend> rest = new ArrayList<>();
    queue.drainTo(rest);
    fail(rest, new AppendNotStoredException("the event writer was closed", null));
    connection.close();
  }

  /** Commands that claim the same place or key go one after another: the first decides. */
  private void store(List<PendingAppend> batch) {
    List<PendingAppend> remaining = batch;
    while (!remaining.isEmpty()) {
      Set<String> claimed = new HashSet<>();
      List<PendingAppend> now = new ArrayList<>(remaining.size());
      List<PendingAppend> later = new ArrayList<>();
      for (PendingAppend append : remaining) {
        (claim(append, claimed) ? now : later).add(append);
      }
      storeDistinct(now);
      remaining = later;
    }
  }

  private static boolean claim(PendingAppend append, Set<String> claimed) {
    List<String> wanted = new ArrayList<>(append.rows().size() + 1);
    for (EventRow row : append.rows()) {
      wanted.add(row.slot());
      if (row.request() != null) {
        wanted.add("key:" + row.keySlot());
      }
    }
    if (wanted.stream().anyMatch(claimed::contains)) {
      return false;
    }
    claimed.addAll(wanted);
    return true;
  }

  private void storeDistinct(List<PendingAppend> appends) {
    List<PendingAppend> remaining = appends;
    while (!remaining.isEmpty()) {
      try {
        insert(remaining);
        return;
      } catch (SQLException e) {
        if (!isAnswer(e)) {
          recover(remaining, e);
          return;
        }
        remaining = withoutFaulty(remaining, e);
      }
    }
  }

  private void insert(List<PendingAppend> appends) throws SQLException {
    long start = System.nanoTime();
    long last = connection.insert(appends);
    int events = appends.stream().mapToInt(append -> append.rows().size()).sum();
    observer.appended(appends.size(), events, System.nanoTime() - start);
    long position = last - events;
    for (PendingAppend append : appends) {
      position += append.rows().size();
      append.done().complete(position);
    }
  }

  /** Whether the server itself refused the statement, so that certainly nothing was stored. */
  private static boolean isAnswer(SQLException e) {
    String state = e.getSQLState();
    return state != null && !state.startsWith("08") && !state.startsWith("57P");
  }

  /** Fails the commands at fault and returns the rest, which is sent again. */
  private List<PendingAppend> withoutFaulty(List<PendingAppend> appends, SQLException e) {
    try {
      List<PendingAppend> innocent =
          UNIQUE_VIOLATION.equals(e.getSQLState()) ? withoutConflicts(appends) : appends;
      if (innocent.size() < appends.size()) {
        return innocent;
      }
    } catch (SQLException lookUpFailed) {
      recover(appends, lookUpFailed);
      return List.of();
    }
    if (appends.size() > 1) {
      // No command can be named as the culprit, so each is sent by itself.
      appends.forEach(append -> storeDistinct(List.of(append)));
    } else {
      fail(appends, new EventStoreException("the database refused the events", e));
    }
    return List.of();
  }

  private List<PendingAppend> withoutConflicts(List<PendingAppend> appends) throws SQLException {
    List<EventRow> rows = rows(appends);
    Set<String> keys = AppendLookup.takenKeys(connection.connection(), rows);
    Set<String> slots = AppendLookup.takenSlots(connection.connection(), rows).keySet();
    List<PendingAppend> innocent = new ArrayList<>(appends.size());
    for (PendingAppend append : appends) {
      RuntimeException conflict = conflict(append, keys, slots);
      if (conflict == null) {
        innocent.add(append);
      } else {
        append.done().completeExceptionally(conflict);
      }
    }
    return innocent;
  }

  private static RuntimeException conflict(
      PendingAppend append, Set<String> keys, Set<String> slots) {
    for (EventRow row : append.rows()) {
      if (row.request() != null && keys.contains(row.keySlot())) {
        return new IdempotencyKeyUsedException(
            row.stream().tenant(), row.request().idempotencyKey());
      }
    }
    for (EventRow row : append.rows()) {
      if (slots.contains(row.slot())) {
        return row.sequence() == 0
            ? new AggregateStreamCreationException(row.stream() + " exists already")
            : new ConcurrencyException(row.stream() + " has an event " + row.sequence());
      }
    }
    return null;
  }

  /** The connection broke, perhaps in the middle of the commit: finds out what was stored. */
  private void recover(List<PendingAppend> appends, SQLException cause) {
    LOG.warn(
        "the event store's connection broke with {} commands: {}",
        appends.size(),
        cause.toString());
    long deadline = System.nanoTime() + RECOVERY_BOUND.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        settle(appends, connection.reconnectAndLookUp(rows(appends)), cause);
        return;
      } catch (SQLException e) {
        cause.addSuppressed(e);
        pause();
      }
    }
    connection.close();
    fail(appends, new AppendOutcomeUnknownException("the database is away", cause));
  }

  private static void settle(
      List<PendingAppend> appends, Map<String, AppendLookup.Occupant> taken, SQLException cause) {
    for (PendingAppend append : appends) {
      EventRow last = append.rows().getLast();
      AppendLookup.Occupant occupant = taken.get(last.slot());
      if (occupant != null && occupant.eventId().equals(last.eventId().toString())) {
        append.done().complete(occupant.position());
      } else {
        append
            .done()
            .completeExceptionally(new AppendNotStoredException("the connection broke", cause));
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<EventRow> rows(List<PendingAppend> appends) {
    return appends.stream().flatMap(append -> append.rows().stream()).toList();
  }

  private static void fail(List<PendingAppend> appends, RuntimeException reason) {
    appends.forEach(append -> append.done().completeExceptionally(reason));
  }

  /** Turns new appends away, stores those that are waiting, and ends the writer. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSING_BOUND);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
