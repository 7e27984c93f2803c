package io.cascadeledger.journal;

/** What kind of movement a journal entry books. */
public enum EntryType {
  DISBURSEMENT,
  FEE_ASSESSED,
  ACCRUAL,
  PAYMENT_RECEIVED,
  REVERSAL
}
