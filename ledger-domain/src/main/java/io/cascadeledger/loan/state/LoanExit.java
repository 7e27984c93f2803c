package io.cascadeledger.loan.state;

/** Whether and how a loan has left the lender's books before it was paid. */
public enum LoanExit {
  /** It has not. */
  NONE,
  /** Its balances were moved to losses; the borrower still owes them. */
  CHARGED_OFF,
  /** Its balances were given up. */
  WRITTEN_OFF,
  /** Another owner has it. */
  SOLD
}
