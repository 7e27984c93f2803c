package io.cascadeledger.loan.state;

import io.cascadeledger.journal.JournalEntry;
import java.util.UUID;

/**
 * An entry of the loan and whether it was undone.
 *
 * @param entry the entry as it was posted
 * @param reversedBy the entry that undid it, or null
 */
public record PostedEntry(JournalEntry entry, UUID reversedBy) {

  /** Whether the entry was undone. */
  public boolean isReversed() {
    return reversedBy != null;
  }

  PostedEntry reversedBy(UUID reversal) {
    return new PostedEntry(entry, reversal);
  }
}
