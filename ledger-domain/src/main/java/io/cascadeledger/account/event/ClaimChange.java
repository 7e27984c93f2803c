package io.cascadeledger.account.event;

/** What has become of a managed claim. */
public enum ClaimChange {
  /** Its figures are others, its status is the same. */
  CHANGED,
  /** It is no longer collected. */
  RESOLVED,
  /** It is collected again. */
  REACTIVATED
}
