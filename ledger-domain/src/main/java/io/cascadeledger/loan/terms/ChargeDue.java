package io.cascadeledger.loan.terms;

/** When a charge that was agreed falls due. */
public enum ChargeDue {
  /** With each disbursement. */
  DISBURSEMENT,
  /** With each instalment. */
  INSTALMENT,
  /** Once, on a date. */
  DATE
}
