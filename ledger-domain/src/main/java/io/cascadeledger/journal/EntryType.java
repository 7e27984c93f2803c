package io.cascadeledger.journal;

/** What kind of movement a journal entry books. */
public enum EntryType {
  DISBURSEMENT,
  FEE_ASSESSED,
  ACCRUAL,
  PAYMENT_RECEIVED,
  REVERSAL,
  PENALTY_ASSESSED,
  SUSPENSE_APPLIED,
  CREDIT_REFUNDED,
  CHARGEBACK,
  WAIVER,
  ADJUSTMENT,
  CHARGE_OFF,
  WRITE_OFF,
  RECOVERY,
  LOAN_SALE,
  RESTATEMENT,
  INVOICE,
  DISCOUNT,
  CLAIM_PLACED,
  CLAIM_CHANGED,
  CLAIM_WITHDRAWN,
  /** A person wrote it, and no loan moved. */
  MANUAL_ADJUSTMENT,
  /** Books nothing: it stands in a loan's history where its terms change. */
  TERMS_CHANGE
}
