package io.cascadeledger.journal;

import io.cascadeledger.metadata.Metadata;

/** An event that carries an entry of the books: its lines count from then on. */
public interface BookedEntry extends BookedEvent {

  /** The balanced entry, never null. */
  @Override
  JournalEntry entry();

  /** The caller's own notes, never null. */
  default Metadata metadata() {
    return Metadata.NONE;
  }
}
