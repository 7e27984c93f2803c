package io.cascadeledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Finds the commands of a refused group whose places or keys others have taken. */
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

  /**
   * Fails the commands whose keys are used.
   *
   * @return the others
   */
  static List<PendingAppend> failUsedKeys(Connection connection, List<PendingAppend> appends)
      throws SQLException {
    Set<EventRow.Key> keys = AppendLookup.takenKeys(connection, rows(appends));
    return keys.isEmpty() ? appends : failThose(appends, keys, Set.of());
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
}
