package io.cascadeledger.loan.event;

/** How often an instalment falls due. */
public enum RepaymentFrequency {
  WEEKLY,
  BIWEEKLY,
  MONTHLY,
  QUARTERLY,
  YEARLY
}
