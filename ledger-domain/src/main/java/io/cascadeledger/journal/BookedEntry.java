package io.cascadeledger.journal;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.metadata.Metadata;

/** An event that carries an entry of the books: its lines count from then on. */
public interface BookedEntry extends LedgerEvent {

  /** The balanced entry. */
  JournalEntry entry();

  /** The caller's own notes, never null. */
  default Metadata metadata() {
    return Metadata.NONE;
  }
}
