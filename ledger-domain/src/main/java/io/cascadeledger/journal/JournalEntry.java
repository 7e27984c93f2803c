package io.cascadeledger.journal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A journal entry: a balanced whole of lines, on the day it counts.
 *
 * @param id the entry's identity
 * @param type what kind of movement it books
 * @param effectiveDate the day on which it counts
 * @param lines the lines, balanced
 */
public record JournalEntry(UUID id, EntryType type, LocalDate effectiveDate, Lines lines) {

  public JournalEntry {
    Objects.requireNonNull(id, "id must not be null");
    Objects.requireNonNull(type, "type must not be null");
    Objects.requireNonNull(effectiveDate, "effectiveDate must not be null");
    Objects.requireNonNull(lines, "lines must not be null");
  }

  /**
   * The entry that undoes this one: the same lines on their other sides.
   *
   * @param reversalId the identity of the new entry
   * @param reversalDate the day on which the reversal counts
   * @return the mirrored entry
   */
  public JournalEntry reversal(UUID reversalId, LocalDate reversalDate) {
    return new JournalEntry(reversalId, EntryType.REVERSAL, reversalDate, lines.mirrored());
  }
}
