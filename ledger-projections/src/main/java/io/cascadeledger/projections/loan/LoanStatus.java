package io.cascadeledger.projections.loan;

/** Whether a loan takes movements, and if not, why. */
public enum LoanStatus {
  /** It takes movements. */
  OPEN,
  /** It was settled and closed. */
  CLOSED,
  /** What it owed was moved to losses; what is paid is a recovery. */
  CHARGED_OFF,
  /** What it owed was given up; what is paid is a recovery. */
  WRITTEN_OFF,
  /** Another owner has it. */
  SOLD
}
