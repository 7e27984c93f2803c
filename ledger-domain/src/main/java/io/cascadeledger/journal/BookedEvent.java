package io.cascadeledger.journal;

import io.cascadeledger.event.LedgerEvent;
import java.util.Optional;

/** An event that may carry an entry of the books, as those of debtor accounts and claims may. */
public interface BookedEvent extends LedgerEvent {

  /** The entry that books it; null if it moved nothing. */
  JournalEntry entry();

  /** The layer of the books in which its entry stands. */
  default Layer bookedIn() {
    return Layer.SETTLED;
  }

  /** The entry that books it, if it moved anything. */
  default Optional<JournalEntry> booked() {
    return Optional.ofNullable(entry());
  }
}
