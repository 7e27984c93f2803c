package io.cascadeledger.api.export;

import io.cascadeledger.projections.journal.JournalItem;

/** Writes a journal in one of the forms that it can have. */
interface JournalWriter {

  /** Writes what stands in front of the entries. */
  void begin(StringBuilder text);

  /** Writes an entry. */
  void entry(StringBuilder text, JournalItem entry);

  /**
   * Writes what stands behind the entries.
   *
   * @param entries how many there were
   */
  void end(StringBuilder text, long entries);
}
