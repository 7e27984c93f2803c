package io.cascadeledger.loan.terms;

/** Why money was credited to a loan. Each kind may have a waterfall of its own. */
public enum PaymentKind {
  /** An instalment or any other payment of the borrower. */
  REGULAR,
  /** A payment that is to settle the loan. */
  PAYOFF,
  /** What the borrower pays when the loan is paid out. */
  DOWN_PAYMENT,
  /** A payment for a loan that was charged off or written off. */
  RECOVERY,
  /** A merchant gave back the price of goods that the loan had paid. */
  MERCHANT_REFUND,
  /** Money that was paid out came back. */
  PAYOUT_REFUND,
  /** The lender pays in place of the borrower. */
  GOODWILL_CREDIT,
  /** What the lender no longer asks for; it brings no money. */
  WAIVER,
  /** A fee is reduced, and with it the income from it; it brings no money. */
  FEE_ADJUSTMENT,
  /** A penalty is reduced, and with it the income from it; it brings no money. */
  PENALTY_ADJUSTMENT
}
