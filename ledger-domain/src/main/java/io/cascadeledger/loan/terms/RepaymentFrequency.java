package io.cascadeledger.loan.terms;

/** How often an instalment falls due. */
public enum RepaymentFrequency {
  WEEKLY,
  BIWEEKLY,
  MONTHLY,
  QUARTERLY,
  SEMIANNUALLY,
  YEARLY
}
