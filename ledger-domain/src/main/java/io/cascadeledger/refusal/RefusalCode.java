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
  /** The parts of a directed payment do not sum to its amount. */
  SPLIT_DOES_NOT_SUM,

  /** A batch names no loan. */
  BATCH_EMPTY,
  /** A batch names more loans than one batch may. */
  BATCH_TOO_LARGE,
  /** A batch names the same loan twice. */
  BATCH_LOAN_REPEATED,

  /** A manual entry has fewer or more lines than one can have. */
  LINE_COUNT_OUT_OF_RANGE,
  /** The debits and the credits of a manual entry differ in a currency. */
  ENTRY_NOT_BALANCED,
  /** A list of accounts is empty or too long. */
  CHART_SIZE_OUT_OF_RANGE,
  /** A list of accounts names the same account twice. */
  ACCOUNT_REPEATED,
  /** A bank statement has more lines than one may have. */
  BANK_STATEMENT_TOO_LONG,
  /** The opening balance and the lines of a bank statement do not sum to its closing balance. */
  STATEMENT_DOES_NOT_SUM,

  // Already done.
  /** The loan was opened before. */
  LOAN_ALREADY_EXISTS,
  /** The loan was never opened. */
  LOAN_NOT_FOUND,
  /** The journal entry to reverse is not one of this loan. */
  JOURNAL_ENTRY_NOT_FOUND,
  /** The journal entry was reversed before. */
  ENTRY_ALREADY_REVERSED,
  /** The payment was not posted as pending, so it is neither settled nor voided. */
  PAYMENT_NOT_PENDING,
  /** The pending payment was settled before. */
  PAYMENT_ALREADY_SETTLED,
  /** The pending payment was voided before. */
  PAYMENT_ALREADY_VOIDED,
  /** The manual entry was booked or rejected before. */
  ENTRY_NOT_DRAFT,
  /** The bank statement was imported before. */
  STATEMENT_ALREADY_IMPORTED,
  /** The chart has an account of that code. */
  ACCOUNT_ALREADY_EXISTS,
  /** The chart has no account of that code. */
  ACCOUNT_NOT_FOUND,
  /** The account is closed. */
  ACCOUNT_CLOSED,
  /** The account is open, so it cannot be opened again. */
  ACCOUNT_OPEN,
  /** The loan is closed, so it takes no further movement but reversals. */
  LOAN_CLOSED,
  /** The loan was charged off or written off: what is paid now is a recovery. */
  LOAN_LOST,
  /** The loan was sold, so it takes no further movement but reversals. */
  LOAN_SOLD,
  /** The loan has no such pause of delinquency of which a day is left. */
  DELINQUENCY_PAUSE_NOT_FOUND,
  /** Nothing waits for approval of that period. */
  PERIOD_CHANGE_NOT_FOUND,
  /** The closing or re-opening of a period waits for approval. */
  PERIOD_CHANGE_PENDING,
  /** The books are closed up to that day, or a later one. */
  PERIOD_ALREADY_CLOSED,
  /** No closed period ends on that day. */
  PERIOD_NOT_CLOSED,
  /** The product was defined before. */
  PRODUCT_ALREADY_EXISTS,
  /** The product was never defined. */
  PRODUCT_NOT_FOUND,
  /** The product has no version of that number. */
  PRODUCT_VERSION_NOT_FOUND,
  /** The product is retired, so it is not revised and no loan is opened by it. */
  PRODUCT_RETIRED,

  // Rules of business.
  /** Only movements of what an account sums up book to it. */
  ACCOUNT_IS_CONTROL,
  /** The account does not take the currency of a line. */
  ACCOUNT_CURRENCY_MISMATCH,
  /** Movements of loans book to the account, so that it cannot be closed or limited. */
  ACCOUNT_BUILT_IN,
  /** An account stays of the type, and on the side, that it was opened with. */
  ACCOUNT_TYPE_FIXED,
  /** The account cannot be placed under the one named. */
  ACCOUNT_PARENT_UNSOUND,
  /** A later period is closed, and has to be opened first. */
  PERIOD_NOT_LAST,
  /** The last day of the period is not over. */
  PERIOD_NOT_OVER,
  /** Who has asked for something cannot approve it. */
  APPROVER_IS_AUTHOR,
  /** The movement's currency is not the loan's. */
  CURRENCY_MISMATCH,
  /** The borrower named is not the loan's. */
  BORROWER_MISMATCH,
  /** The effective date lies before the loan was opened. */
  EFFECTIVE_DATE_BEFORE_OPENING,
  /** The effective date of a reversal lies before that of the entry it reverses. */
  EFFECTIVE_DATE_BEFORE_ENTRY,
  /** A correction cannot itself be reversed: the movement is posted again instead. */
  REVERSAL_NOT_REVERSIBLE,
  /** The disbursement exceeds what the loan's terms still allow. */
  DISBURSEMENT_EXCEEDS_PRINCIPAL,
  /** The terms of a loan that the ledger services are incomplete or contradict each other. */
  TERMS_UNSOUND,
  /** The terms and limits of a product contradict each other. */
  PRODUCT_UNSOUND,
  /** The terms of a loan lie outside what its product allows. */
  TERMS_OUTSIDE_PRODUCT,
  /** No instalment is left to pay back what is disbursed. */
  DISBURSEMENT_OUTSIDE_SCHEDULE,
  /** The ledger computes the loan's interest, so the lender does not post it. */
  INTEREST_IS_COMPUTED,
  /** The lender services the loan, so it has no schedule here. */
  LOAN_NOT_SERVICED,
  /** The payment that a chargeback takes money back from is not one of this loan. */
  PAYMENT_NOT_FOUND,
  /** The payment is pending: it is voided or settled, and nothing else is done with it. */
  PAYMENT_PENDING,
  /** The charge is not one of this loan. */
  CHARGE_NOT_FOUND,
  /** A directed payment or a waiver exceeds what is owed of what it names. */
  EXCEEDS_OWED,
  /** A payment exceeds all that is owed, and the loan's policy keeps nothing for the borrower. */
  PAYMENT_EXCEEDS_OWED,
  /** A reduction exceeds what the charge was and has not been reduced by before. */
  EXCEEDS_CHARGE,
  /** A chargeback exceeds what the payment was and has not been charged back before. */
  EXCEEDS_PAYMENT,
  /** More was to be applied or refunded than is kept for the borrower. */
  EXCEEDS_SUSPENSE,
  /** The loan was not charged off or written off, so nothing can be recovered. */
  LOAN_NOT_LOST,

  /** More was recovered than the loan owed when it was charged off or written off. */
  EXCEEDS_LOSS,
  /** The loan owes nothing that could be charged off, written off or paid out of suspense. */
  NOTHING_OWED,
  /** Too many later movements would have to be restated. */
  TOO_MANY_RESTATEMENTS,
  /**
   * A component of the loan, or what is left of a loss, a payment or a charge, would be negative.
   */
  BALANCE_WOULD_BE_NEGATIVE,
  /** A component of the loan would exceed what one loan may hold. */
  BALANCE_TOO_LARGE,
  /** The loan still has a balance or unapplied money, so it cannot be closed. */
  LOAN_NOT_SETTLED,
  /** The loan has payments that are neither settled nor voided, so it cannot be closed. */
  LOAN_HAS_PENDING_PAYMENTS,
  /** It would be booked on a day that is closed. */
  PERIOD_CLOSED,
  /** Some loans of a batch refused their part, so nothing of the batch was posted. */
  BATCH_REFUSED
}
