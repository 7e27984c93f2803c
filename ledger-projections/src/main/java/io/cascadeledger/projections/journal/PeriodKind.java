package io.cascadeledger.projections.journal;

/** What has happened to a period. */
public enum PeriodKind {
  /** Its closing was asked for. */
  CLOSE_REQUESTED,
  /** Its closing was turned down. */
  CLOSE_REJECTED,
  /** It was closed. */
  CLOSED,
  /** Its trial balance was kept. */
  SNAPSHOT_TAKEN,
  /** Its re-opening was asked for. */
  REOPEN_REQUESTED,
  /** Its re-opening was turned down. */
  REOPEN_REJECTED,
  /** It was opened again. */
  REOPENED
}
