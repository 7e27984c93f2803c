package io.cascadeledger.api.posting;

import io.cascadeledger.event.LedgerEvent;

/**
 * What a request posted.
 *
 * @param event the first event it stored, from which its answer is built
 * @param position every event of the request stands at or before it
 * @param correlationId what the request that posted it belonged to
 * @param replayed whether an earlier request with the same key had posted it
 */
public record Posted(LedgerEvent event, long position, String correlationId, boolean replayed) {

  /** The same, told once more. */
  public Posted again() {
    return new Posted(event, position, correlationId, true);
  }
}
