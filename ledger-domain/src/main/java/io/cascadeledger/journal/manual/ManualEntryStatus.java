package io.cascadeledger.journal.manual;

/** How far a manual entry has come. */
public enum ManualEntryStatus {
  /** It waits for another's approval, and does not count. */
  DRAFT,
  /** It is booked. */
  POSTED,
  /** It was rejected, and never counts. */
  REJECTED
}
