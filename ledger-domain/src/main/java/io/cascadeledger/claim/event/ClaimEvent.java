package io.cascadeledger.claim.event;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a claim that no account's entries manage. */
public sealed interface ClaimEvent extends LedgerEvent
    permits ClaimCreated,
        ClaimRecreated,
        ClaimUpdated,
        ClaimCredited,
        ClaimDebited,
        ClaimResolved,
        ClaimReactivated,
        ClaimDeleted,
        ClaimPromised,
        ClaimJourneyChanged,
        ClaimTriggerFired {

  /** The claim it happened to. */
  ClaimId claim();

  @Override
  default String tenant() {
    return claim().tenant();
  }
}
