package io.cascadeledger.api.posting;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.RefusalCode;

/** Told of the outcome of each request, to measure it. */
public interface PostingObserver {

  /** A request has posted something new. */
  void posted(LedgerEvent event);

  /** A request for an operation was answered with what an earlier one had posted. */
  void replayed(String operation);

  /** The domain has refused a request. */
  void refused(RefusalCode code);

  /** The domain has refused a request of several items because of one of them. */
  void refused(ItemRefusalCode code);
}
