package io.cascadeledger.account.entry;

/** What an entry is. */
public enum EntryKind {
  INVOICE,
  FEE,
  PAYMENT,
  ADJUSTMENT,
  CHARGEBACK,
  DISCOUNT,
  REPORTING;

  /** What an entry is. */
  public static EntryKind of(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Invoice _ -> INVOICE;
      case LedgerEntry.Fee _ -> FEE;
      case LedgerEntry.Payment _ -> PAYMENT;
      case LedgerEntry.Adjustment _ -> ADJUSTMENT;
      case LedgerEntry.Chargeback _ -> CHARGEBACK;
      case LedgerEntry.Discount _ -> DISCOUNT;
      case LedgerEntry.Reporting _ -> REPORTING;
    };
  }
}
