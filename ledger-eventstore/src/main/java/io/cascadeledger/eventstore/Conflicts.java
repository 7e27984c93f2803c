package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The commands whose places or keys others have taken, and what they fail with. */
final class Conflicts {

  private Conflicts() {}

  /**
   * Fails the commands that are in conflict with what is stored.
   *
   * @return the others
   */
  static List<PendingAppend> fail(Connection connection, List<PendingAppend> appends)
      throws SQLException {
    List<EventRow> rows = rows(appends);
    return failThose(
        appends,
        AppendLookup.takenKeys(connection, rows),
        AppendLookup.takenSlots(connection, rows).keySet());
  }

  private static List<PendingAppend> failThose(
      List<PendingAppend> appends, Set<EventRow.Key> keys, Set<EventRow.Slot> slots) {
    List<PendingAppend> innocent = new ArrayList<>(appends.size());
    for (PendingAppend append : appends) {
      RuntimeException conflict = conflict(append, keys, slots);
      if (conflict == null) {
        innocent.add(append);
      } else {
        append.fail(conflict);
      }
    }
    return innocent;
  }

  private static List<EventRow> rows(List<PendingAppend> appends) {
    return appends.stream().flatMap(append -> append.rows().stream()).toList();
  }

  /** A used key comes first: whoever repeats a request wants its answer, not a conflict. */
  private static RuntimeException conflict(
      PendingAppend append, Set<EventRow.Key> keys, Set<EventRow.Slot> slots) {
    for (EventRow row : append.rows()) {
      if (row.request() != null && keys.contains(row.key())) {
        return usedKey(row);
      }
    }
    for (EventRow row : append.rows()) {
      if (slots.contains(row.slot())) {
        return takenPlace(row);
      }
    }
    return null;
  }

  /** The failure of a command whose key was used. */
  static RuntimeException usedKey(EventRow row) {
    return new IdempotencyKeyUsedException(row.stream().tenant(), row.request().idempotencyKey());
  }

  /** The failure of a command that came second to a place in a stream. */
  static RuntimeException takenPlace(EventRow row) {
    return row.sequence() == 0
        ? new AggregateStreamCreationException(row.stream() + " exists already")
        : new ConcurrencyException(row.stream() + " has an event " + row.sequence());
  }

  /** The failure of a command that would book on a day that was closed since it was decided. */
  static RuntimeException closedMeanwhile() {
    return new ConcurrencyException("a period was closed meanwhile");
  }

  /** The failure of a command that was decided upon another that has failed. */
  static RuntimeException lacksBase(PendingAppend append) {
    StreamId stream = append.rows().getFirst().stream();
    return new ConcurrencyException(stream + " lacks the event before this one");
  }

  /** Fails the appends whose base has failed: they would leave a gap in their stream. */
  static List<PendingAppend> withoutBaseless(List<PendingAppend> appends) {
    List<PendingAppend> sound = new ArrayList<>(appends.size());
    for (PendingAppend append : appends) {
      if (append.isBaseless()) {
        append.fail(lacksBase(append));
      } else {
        sound.add(append);
      }
    }
    return sound;
  }
}
