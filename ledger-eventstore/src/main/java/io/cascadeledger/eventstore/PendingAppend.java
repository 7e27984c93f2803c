package io.cascadeledger.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The events of one command, waiting to be stored together or not at all.
 *
 * @param rows the events in their order, at least one
 * @param done completes with the position of the last event once it is durable, or with the reason
 *     why nothing was stored
 */
record PendingAppend(List<EventRow> rows, CompletableFuture<Long> done) {

  PendingAppend(List<EventRow> rows) {
    this(List.copyOf(rows), new CompletableFuture<>());
  }

  /** Ends the append without success, unless it has ended already. */
  void fail(RuntimeException reason) {
    done.completeExceptionally(reason);
  }
}
