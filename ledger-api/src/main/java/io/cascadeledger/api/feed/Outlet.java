package io.cascadeledger.api.feed;

import io.cascadeledger.eventstore.StoredEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a feed hands events on to. Used by one thread. */
interface Outlet extends AutoCloseable {

  /**
   * Hands events on, in their order.
   *
   * @return done once all are acknowledged; failed once one of them never will be, and then none
   *     behind it in its stream is taken either
   */
  CompletableFuture<Void> send(List<StoredEvent> events);

  /** Ends. What was not acknowledged is not sent any more. */
  @Override
  void close();
}
