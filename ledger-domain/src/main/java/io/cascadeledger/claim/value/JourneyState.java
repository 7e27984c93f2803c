package io.cascadeledger.claim.value;

/** Where the collection of a claim stands, as the lender says. The ledger collects nothing. */
public enum JourneyState {
  RUNNING,
  PAUSED,
  STOPPED
}
