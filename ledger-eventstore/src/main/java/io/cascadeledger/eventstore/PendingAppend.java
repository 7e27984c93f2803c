package io.cascadeledger.eventstore;

import io.cascadeledger.event.LedgerEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The events of one command, waiting to be stored together or not at all.
 *
 * @param rows the events in their order, at least one
 * @param base the append of the same group that this one was decided upon, as if it were stored
 *     already; null if there is none
 * @param closings the position of the last event that changed the books, as far as was known when
 *     it was said on which days the events are booked; below zero if nobody has said it
 * @param done completes with the position of the last event once it is durable, or with the reason
 *     why nothing was stored
 */
record PendingAppend(
    List<EventRow> rows, PendingAppend base, long closings, CompletableFuture<Long> done) {

  PendingAppend(List<EventRow> rows) {
    this(rows, null);
  }

  PendingAppend(List<EventRow> rows, PendingAppend base) {
    this(rows, base, -1);
  }

  PendingAppend(List<EventRow> rows, PendingAppend base, long closings) {
    this(List.copyOf(rows), base, closings, new CompletableFuture<>());
  }

  /** Whether it changes which periods are closed: what comes behind it must look again. */
  boolean changesBooks() {
    return rows.stream().anyMatch(PeriodGuard::isChange);
  }

  /** What the events say, in their order. */
  List<LedgerEvent> events() {
    return rows.stream().map(row -> row.fact().event()).toList();
  }

  /** Whether what it was decided upon was not stored, so that it stands on nothing. */
  boolean isBaseless() {
    return base != null && base.done.isCompletedExceptionally();
  }

  /** Ends the append without success, unless it has ended already. */
  void fail(RuntimeException reason) {
    done.completeExceptionally(reason);
  }
}
