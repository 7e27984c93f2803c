package io.cascadeledger.refusal;

/**
 * Every reason for which the domain refuses an item of a command for a debtor account or a claim,
 * in the order in which they are looked for: the shape of the item, then what was already done,
 * then the rules of business. When several hold, the first is the answer.
 */
public enum ItemRefusalCode {
  // Shape: wrong whatever the state.
  /** The command has no items, or more than one command may have. */
  ITEM_COUNT_OUT_OF_RANGE,
  /** An amount is negative, where only the kind of entry says which way money moves. */
  AMOUNT_NEGATIVE,
  /** An amount is zero where something must move. */
  AMOUNT_ZERO,
  /** An amount is above the limit of one movement. */
  AMOUNT_TOO_LARGE,
  /** The date lies before any that is taken seriously. */
  DATE_OUT_OF_RANGE,
  /** The date lies after the ledger's business date. */
  DATE_IN_FUTURE,
  /** Both meanings of {@code forceAmountCheck} at once. */
  AMOUNT_CHECK_CONTRADICTS,
  /** A claim without an account has no currency. */
  CURRENCY_MISSING,
  /** A claim without an account has no debtor. */
  DEBTOR_MISSING,

  // Already done.
  /** The account was created before, with another content. */
  ACCOUNT_EXISTS,
  /** There is no such account. */
  ACCOUNT_NOT_FOUND,
  /** The claim was created before, with another content. */
  CLAIM_EXISTS,
  /** There is no such claim. */
  CLAIM_NOT_FOUND,
  /** The claim follows from the entries of an account, and changes only with them. */
  CLAIM_MANAGED,
  /** The claim is deleted. */
  CLAIM_DELETED,
  /** The claim is not deleted, so it cannot be created anew. */
  CLAIM_NOT_DELETED,
  /** The account has another entry of this reference. */
  ENTRY_EXISTS,
  /** The account has taken another payment of this provider and tracking id. */
  PAYMENT_EXISTS,
  /** The account has another product of this reference. */
  PRODUCT_EXISTS,
  /** The account has no such product. */
  PRODUCT_NOT_FOUND,
  /** The account has another debtor of this reference. */
  DEBTOR_EXISTS,
  /** The account has no such debtor. */
  DEBTOR_NOT_FOUND,
  /** The account has another mandate of this id. */
  MANDATE_EXISTS,
  /** The account has no such mandate. */
  MANDATE_NOT_FOUND,
  /** The claim is resolved. */
  CLAIM_RESOLVED,
  /** Another amount was promised for the same day. */
  PROMISE_EXISTS,
  /** The journey was stopped, and is neither paused nor resumed. */
  JOURNEY_STOPPED,

  // Rules of business.
  /** The currency is not that of the account or claim. */
  CURRENCY_MISMATCH,
  /** The account has no entry of the reference that is the target. */
  TARGET_NOT_FOUND,
  /** An entry of this kind cannot target one of that kind. */
  TARGET_UNSUITABLE,
  /** A reason that only lowers an amount came with a higher one, or the other way round. */
  TARGET_AMOUNT_AGAINST_REASON,
  /** More would be taken off than is open. */
  EXCEEDS_OPEN,
  /** More would be charged back than was paid. */
  EXCEEDS_PAID,
  /** The account or claim would hold more than one may hold. */
  BALANCE_TOO_LARGE
}
