package io.cascadeledger.projections;

import io.cascadeledger.eventstore.EventChunk;
import io.cascadeledger.eventstore.RecordedEvent;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A read model, written from the events in their order. The events of one {@link EventChunk} are
 * written together by a few statements; the rows, the position in {@code projection_position} and
 * the processor's token change in one database transaction.
 *
 * <p>It needs a processor with one segment: positions must come one by one, and a repeated or a
 * missing one is a failure, as is everything else unexpected. All checks are made when the chunk is
 * written, at the end of the unit of work, because Axon by default only logs what an event handler
 * throws.
 */
public abstract class Projection {

  private final String name;
  private final List<String> tables;
  private final JdbcTemplate jdbc;

  /**
   * A projection.
   *
   * @param name its name in {@code projection_position}, where a migration has put it
   * @param tables the tables it owns, which a reset empties
   * @param jdbc the database, as the transaction manager of the processor sees it
   */
  protected Projection(String name, List<String> tables, JdbcTemplate jdbc) {
    this.name = name;
    this.tables = List.copyOf(tables);
    this.jdbc = jdbc;
  }

  /** Its name: that of its processor and of its row in {@code projection_position}. */
  public final String name() {
    return name;
  }

  /**
   * Writes a chunk of events, set by set, in the current transaction.
   *
   * @param events the events in their order, not empty; those that are of no interest are ignored
   * @throws RuntimeException if an event does not fit what is known; nothing is written then
   */
  protected abstract void project(List<RecordedEvent> events);

  /** The database, in the transaction of the chunk. */
  protected final JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Writes a chunk at the end of its unit of work. */
  @EventHandler
  public final void on(EventChunk chunk) {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    root.onPrepareCommit(_ -> write(chunk.events()));
    root.afterCommit(_ -> chunk.done().run());
  }

  private void write(List<RecordedEvent> events) {
    long first = events.getFirst().position();
    long last = events.getLast().position();
    try {
      requireTransaction();
      requireConsecutive(events);
      List<RecordedEvent> unseen = advance(events);
      if (!unseen.isEmpty()) {
        project(unseen);
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "projection %s failed on positions %d to %d: %s"
              .formatted(name, first, last, e.getMessage()),
          e);
    }
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the processor has no database transaction");
    }
  }

  private static void requireConsecutive(List<RecordedEvent> events) {
    long expected = events.getFirst().position();
    for (RecordedEvent event : events) {
      if (event.position() != expected) {
        throw new IllegalStateException(
            "expected position %d but was %d".formatted(expected, event.position()));
      }
      expected++;
    }
  }

  /**
   * Moves the position to the end of a chunk. Comes first, so that its row lock keeps a second
   * processor of the same name waiting: one that lost its claim while it was writing. What that one
   * has written is not written again.
   *
   * @return the events of the chunk that are not projected yet
   */
  private List<RecordedEvent> advance(List<RecordedEvent> chunk) {
    long first = chunk.getFirst().position();
    if (advance(first - 1, chunk.getLast().position())) {
      return chunk;
    }
    long reached = position();
    List<RecordedEvent> unseen =
        chunk.stream().filter(event -> event.position() > reached).toList();
    boolean follows =
        reached >= first && (unseen.isEmpty() || advance(reached, unseen.getLast().position()));
    if (!follows) {
      throw new IllegalStateException("the first event must be the next after position " + reached);
    }
    return unseen;
  }

  /**
   * The commit need not wait for the disk: rows, position and token are lost together or not at
   * all, and the events that made them are read again.
   */
  private boolean advance(long from, long to) {
    return jdbc.update(
            "UPDATE projection_position SET position = ? WHERE projection = ? AND position = ?"
                + " AND set_config('synchronous_commit', 'off', true) = 'off'",
            to,
            name,
            from)
        == 1;
  }

  private long position() {
    return jdbc.queryForObject(
        "SELECT position FROM projection_position WHERE projection = ?", Long.class, name);
  }

  /** The tables it owns. */
  public final List<String> tables() {
    return tables;
  }

  /**
   * Writes events into tables that nobody else writes, as whoever checks the read models makes them
   * anew. It moves no position; the caller has the transaction.
   *
   * @param events the next events in their order, not empty
   */
  public final void rebuild(List<RecordedEvent> events) {
    project(events);
  }

  /** Forgets everything, for the events to be read again from the first. */
  @ResetHandler
  public final void reset() {
    jdbc.update("UPDATE projection_position SET position = 0 WHERE projection = ?", name);
    jdbc.execute("TRUNCATE " + String.join(", ", tables));
  }
}
