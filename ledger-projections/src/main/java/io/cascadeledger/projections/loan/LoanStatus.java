package io.cascadeledger.projections.loan;

/** Whether a loan takes movements. */
public enum LoanStatus {
  OPEN,
  CLOSED
}
