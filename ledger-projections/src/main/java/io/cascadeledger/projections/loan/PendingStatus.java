package io.cascadeledger.projections.loan;

/** How far a payment has come that was posted as pending. */
public enum PendingStatus {
  /** It is on its way. */
  PENDING,
  /** It counts. */
  SETTLED,
  /** It will not come. */
  VOIDED
}
