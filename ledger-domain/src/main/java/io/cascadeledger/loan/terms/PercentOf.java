package io.cascadeledger.loan.terms;

/** What a charge in percent is a percentage of. */
public enum PercentOf {
  /** The principal of the disbursement it comes with, or else all that was paid out by then. */
  PRINCIPAL_DISBURSED,
  /** The scheduled principal and interest of the instalment it comes with. */
  INSTALMENT
}
