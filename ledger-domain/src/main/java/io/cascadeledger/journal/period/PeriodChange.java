package io.cascadeledger.journal.period;

/** What can be done with a period. */
public enum PeriodChange {
  /** Nothing is booked in it any more. */
  CLOSE,
  /** It is booked in again. */
  REOPEN
}
