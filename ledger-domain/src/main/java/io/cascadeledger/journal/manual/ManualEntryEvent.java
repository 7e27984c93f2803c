package io.cascadeledger.journal.manual;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a manual entry. */
public sealed interface ManualEntryEvent extends LedgerEvent
    permits ManualEntryDrafted, ManualEntryPosted, ManualEntryRejected, ManualEntryReversed {

  /** The manual entry it happened to. */
  ManualEntryId manualEntry();

  @Override
  default String tenant() {
    return manualEntry().tenant();
  }
}
