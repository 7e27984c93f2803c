package io.cascadeledger.loan.terms;

/** How the principal is spread over the instalments. */
public enum Amortization {
  /** Principal and interest together are the same in each instalment. */
  EQUAL_INSTALMENTS,
  /** The principal is the same in each instalment; interest comes on top and falls. */
  EQUAL_PRINCIPAL,
  /** Only interest, and the whole principal in the last instalment (a balloon). */
  INTEREST_ONLY
}
