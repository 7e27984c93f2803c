package io.cascadeledger.claim.value;

/** Whether a claim is being collected. */
public enum ClaimStatus {
  ACTIVE,
  RESOLVED
}
