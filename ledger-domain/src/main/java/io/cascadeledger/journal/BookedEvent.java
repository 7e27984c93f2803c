package io.cascadeledger.journal;

import io.cascadeledger.event.LedgerEvent;
import java.util.Optional;

/** A fact about debtor accounts or claims that may have moved money. */
public interface BookedEvent extends LedgerEvent {

  /** The entry that books it; null if it moved nothing. */
  JournalEntry entry();

  /** The entry that books it, if it moved anything. */
  default Optional<JournalEntry> booked() {
    return Optional.ofNullable(entry());
  }
}
