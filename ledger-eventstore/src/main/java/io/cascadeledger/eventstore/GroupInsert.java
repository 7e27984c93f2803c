package io.cascadeledger.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a group of appends with one insert, and tells each append what became of it, whatever
 * becomes of the database. Used by one thread.
 */
final class GroupInsert {

  private static final Logger LOG = LoggerFactory.getLogger(GroupInsert.class);
  private static final long PAUSE_MILLIS = 50;

  /** How many inserts look first after a conflict, and after one that others wrote before. */
  private static final int INSERTS_WARY = 100;

  private final WriterConnection connection;
  private final AppendObserver observer;
  private final WriterLimits limits;
  private final PeriodGuard periods;
  private final Consumer<List<RecordedEvent>> stored;
  private int wary;
  private long lastPosition;

  GroupInsert(
      DataSource dataSource,
      AppendObserver observer,
      WriterLimits limits,
      PeriodGuard periods,
      Consumer<List<RecordedEvent>> stored) {
    this.connection = new WriterConnection(dataSource, limits.answer());
    this.observer = observer;
    this.limits = limits;
    this.periods = periods;
    this.stored = stored;
  }

  /**
   * Commands that claim the same place or key go one after another: the first decides. A command
   * that builds upon another of the group is not stored without it. What comes behind a change of
   * the books is stored by another insert, which sees the change.
   */
  void store(List<PendingAppend> group) {
    List<PendingAppend> remaining = group;
    while (!remaining.isEmpty()) {
      Claims claims = new Claims();
      List<PendingAppend> now = new ArrayList<>(remaining.size());
      List<PendingAppend> later = new ArrayList<>();
      boolean changed = false;
      for (PendingAppend append : remaining) {
        boolean first = !changed && !later.contains(append.base()) && claims.add(append);
        changed |= first && append.changesBooks();
        (first ? now : later).add(append);
      }
      storeDistinct(now);
      remaining = later;
    }
  }

  private void storeDistinct(List<PendingAppend> appends) {
    List<PendingAppend> remaining = Conflicts.withoutBaseless(appends);
    while (!remaining.isEmpty()) {
      if (!connect(remaining)) {
        return;
      }
      try {
        PeriodGuard.Known books = periods.known(connection.connection());
        remaining = Conflicts.withoutBaseless(PeriodGuard.inTime(books, remaining));
        if (remaining.isEmpty() || insert(remaining, books)) {
          return;
        }
        periods.refresh(connection.connection());
      } catch (SQLException e) {
        if (!Refusal.isCertain(e)) {
          recover(remaining, e);
          return;
        }
        remaining = Conflicts.withoutBaseless(withoutFaulty(remaining, e));
      }
    }
  }

  /** Without a connection nothing is sent, so it is certain that nothing is stored. */
  private boolean connect(List<PendingAppend> appends) {
    try {
      connection.connect();
      return true;
    } catch (SQLException e) {
      LOG.warn("the event store cannot be written: {}", e.toString());
      fail(appends, new AppendNotStoredException("the event store cannot be written", e));
      return false;
    }
  }

  /**
   * As long as nobody else writes and nothing is repeated, it is cheaper to have a whole insert
   * refused for one of its commands than to look first whether there is one.
   *
   * @return false if nothing was stored, because the books have changed since they were looked at
   */
  private boolean insert(List<PendingAppend> appends, PeriodGuard.Known books) throws SQLException {
    long start = System.nanoTime();
    Optional<EventInsert.Outcome> answer =
        wary > 0
            ? connection.insert().executeWarily(appends, books.position())
            : connection.insert().execute(appends, books.position());
    long nanoseconds = System.nanoTime() - start;
    if (answer.isEmpty()) {
      return false;
    }
    EventInsert.Outcome outcome = answer.get();
    List<PendingAppend> done = outcome.stored();
    int events = done.stream().mapToInt(append -> append.rows().size()).sum();
    long before = outcome.last() - events;
    boolean alone = done.isEmpty() || before == lastPosition || lastPosition == 0;
    wary = alone && done.size() == appends.size() ? Math.max(0, wary - 1) : INSERTS_WARY;
    if (done.isEmpty()) {
      return true;
    }
    lastPosition = outcome.last();
    stored.accept(recorded(done, before));
    complete(done, before);
    observe(done.size(), events, nanoseconds);
    return true;
  }

  private static void complete(List<PendingAppend> appends, long before) {
    long position = before;
    for (PendingAppend append : appends) {
      position += append.rows().size();
      append.done().complete(position);
    }
  }

  private static List<RecordedEvent> recorded(List<PendingAppend> appends, long before) {
    List<RecordedEvent> events = new ArrayList<>();
    for (EventRow row : rows(appends)) {
      events.add(row.fact().at(before + events.size() + 1));
    }
    return events;
  }

  private void observe(int commands, int events, long nanoseconds) {
    try {
      observer.appended(commands, events, nanoseconds);
    } catch (RuntimeException e) {
      LOG.warn("the observer of appends failed", e);
    }
  }

  /** Fails the commands at fault and returns the rest, which is sent again. */
  private List<PendingAppend> withoutFaulty(List<PendingAppend> appends, SQLException e) {
    if (!Refusal.isOfContent(e)) {
      // It may be the connection's fault: that of a primary which is one no more, for instance.
      connection.abandon();
      fail(appends, new AppendNotStoredException("the database could not store the events", e));
      return List.of();
    }
    try {
      List<PendingAppend> innocent =
          Refusal.isConflict(e) ? Conflicts.fail(connection.connection(), appends) : appends;
      if (innocent.size() < appends.size()) {
        wary = INSERTS_WARY;
        return innocent;
      }
    } catch (SQLException lookUpFailed) {
      e.addSuppressed(lookUpFailed);
      connection.abandon();
      fail(appends, new AppendNotStoredException("the connection broke", e));
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

  /** The connection broke, perhaps in the middle of the commit: finds out what was stored. */
  private void recover(List<PendingAppend> appends, SQLException cause) {
    LOG.warn(
        "the writer's connection broke with {} commands: {}", appends.size(), cause.toString());
    long deadline = System.nanoTime() + limits.recovery().toNanos();
    connection.abandon();
    do {
      try {
        connection.connect();
        settle(appends, AppendLookup.takenSlots(connection.connection(), rows(appends)), cause);
        return;
      } catch (SQLException e) {
        connection.abandon();
        LOG.warn("what was stored cannot be found out yet: {}", e.toString());
      }
    } while (pause() && System.nanoTime() < deadline);
    LOG.error("the outcome of {} commands is unknown: the database is away", appends.size());
    fail(appends, new AppendOutcomeUnknownException("the database is away", cause));
  }

  private static void settle(
      List<PendingAppend> appends,
      Map<EventRow.Slot, AppendLookup.Occupant> taken,
      SQLException cause) {
    for (PendingAppend append : appends) {
      EventRow last = append.rows().getLast();
      AppendLookup.Occupant occupant = taken.get(last.slot());
      if (occupant != null && occupant.eventId().equals(last.eventId())) {
        append.done().complete(occupant.position());
      } else {
        append.fail(new AppendNotStoredException("the connection broke", cause));
      }
    }
  }

  /** Waits a moment; false if the writer is to end. */
  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Drops the connection, whatever state it is in. */
  void abandonConnection() {
    connection.abandon();
  }

  private static List<EventRow> rows(List<PendingAppend> appends) {
    return appends.stream().flatMap(append -> append.rows().stream()).toList();
  }

  private static void fail(List<PendingAppend> appends, RuntimeException reason) {
    appends.forEach(append -> append.fail(reason));
  }
}
