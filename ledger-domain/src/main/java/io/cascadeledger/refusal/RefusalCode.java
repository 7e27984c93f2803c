package io.cascadeledger.refusal;

/**
 * Every reason for which the domain refuses a command, in the order in which they are looked for:
 * the shape of the command, then what was already done, then the rules of business. When several
 * hold, the first is the answer.
 */
public enum RefusalCode {
  // Shape: wrong whatever the state of the loan.
  /** An amount is zero or negative. */
  AMOUNT_NOT_POSITIVE,
  /** An amount is above the limit of one movement. */
  AMOUNT_TOO_LARGE,
  /** An effective date lies before any date that is taken seriously. */
  EFFECTIVE_DATE_OUT_OF_RANGE,
  /** An effective date lies after the ledger's business date. */
  EFFECTIVE_DATE_IN_FUTURE,
  /** A batch names no loan. */
  BATCH_EMPTY,
  /** A batch names more loans than one batch may. */
  BATCH_TOO_LARGE,
  /** A batch names the same loan twice. */
  BATCH_LOAN_REPEATED,

  // Already done.
  /** The loan was opened before. */
  LOAN_ALREADY_EXISTS,
  /** The loan was never opened. */
  LOAN_NOT_FOUND,
  /** The journal entry to reverse is not one of this loan. */
  JOURNAL_ENTRY_NOT_FOUND,
  /** The journal entry was reversed before. */
  ENTRY_ALREADY_REVERSED,
  /** The loan is closed, so it takes no further movement but reversals. */
  LOAN_CLOSED,

  // Rules of business.
  /** The movement's currency is not the loan's. */
  CURRENCY_MISMATCH,
  /** The borrower named is not the loan's. */
  BORROWER_MISMATCH,
  /** The effective date lies before the loan was opened. */
  EFFECTIVE_DATE_BEFORE_OPENING,
  /** The effective date of a reversal lies before that of the entry it reverses. */
  EFFECTIVE_DATE_BEFORE_ENTRY,
  /** A reversal cannot itself be reversed: the movement is posted again instead. */
  REVERSAL_NOT_REVERSIBLE,
  /** The disbursement exceeds what the loan's terms still allow. */
  DISBURSEMENT_EXCEEDS_PRINCIPAL,
  /** A component of the loan would fall below zero. */
  BALANCE_WOULD_BE_NEGATIVE,
  /** A component of the loan would exceed what one loan may hold. */
  BALANCE_TOO_LARGE,
  /** The loan still has a balance or unapplied money, so it cannot be closed. */
  LOAN_NOT_SETTLED,
  /** Some loans of a batch refused their part, so nothing of the batch was posted. */
  BATCH_REFUSED
}
