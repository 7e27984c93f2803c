package io.cascadeledger.loan.terms;

/** What makes the ledger charge a loan by itself. */
public enum ChargeRule {
  /** A charge that was agreed when the loan was opened. */
  AGREED,
  /** The fees or penalties of an instalment in a schedule of the lender. */
  SCHEDULED,
  /** An instalment that was not paid in time. */
  LATE
}
