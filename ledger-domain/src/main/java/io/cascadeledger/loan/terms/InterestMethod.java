package io.cascadeledger.loan.terms;

/** On what, and over which time, interest is computed. */
public enum InterestMethod {
  /** Each day on the principal that is outstanding on it: paying early saves interest. */
  DECLINING_BALANCE_DAILY,
  /** Each period on the principal that the schedule expects: when a payment comes is no matter. */
  DECLINING_BALANCE_PER_PERIOD,
  /** On the whole principal for the whole term, whatever has been paid. */
  FLAT
}
