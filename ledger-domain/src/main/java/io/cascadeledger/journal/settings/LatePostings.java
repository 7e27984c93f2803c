package io.cascadeledger.journal.settings;

/** What becomes of a posting that counts on a day of a closed period. */
public enum LatePostings {
  /** It is refused. */
  REFUSED,
  /** It is booked on the first day that is open, and counts for its loan on its own day. */
  FIRST_OPEN_DAY
}
