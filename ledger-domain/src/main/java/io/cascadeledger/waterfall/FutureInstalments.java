package io.cascadeledger.waterfall;

/** Which instalment a payment serves first among those that are not due yet. */
public enum FutureInstalments {
  /** The next one, so that the borrower may skip it. */
  NEXT_FIRST,
  /** The last one, so that the loan ends earlier. */
  LAST_FIRST,
  /** None in particular: the rest is spread anew over all of them, so that they become smaller. */
  REAMORTIZE
}
