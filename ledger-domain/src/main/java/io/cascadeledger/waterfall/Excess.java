package io.cascadeledger.waterfall;

/** What becomes of the part of a payment that the order of the waterfall does not place. */
public enum Excess {
  /** It is kept for the borrower. */
  SUSPENSE,
  /** It pays the instalments that are not due yet; what is left after those is kept. */
  NEXT_INSTALMENTS,
  /** It pays principal; what is left after that is kept. */
  PRINCIPAL,
  /** The payment is refused. */
  REFUSE
}
