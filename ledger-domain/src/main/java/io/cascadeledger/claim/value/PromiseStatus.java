package io.cascadeledger.claim.value;

/** What has become of a promise. */
public enum PromiseStatus {
  /** It is not due yet, and not paid. */
  OPEN,
  /** What was promised was paid in time. */
  KEPT,
  /** Its day has passed, and not all of it was paid by then. */
  BROKEN
}
