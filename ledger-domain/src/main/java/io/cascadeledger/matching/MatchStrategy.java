package io.cascadeledger.matching;

/** In which order a payment of an account pays what is open. */
public enum MatchStrategy {
  /** Whatever is open, in the order of {@link EntryPlace}. */
  ORDERED_LEDGER_ENTRIES,
  /** Each invoice with its fees, in that order; then what belongs to no invoice. */
  ORDERED_INVOICES_WITH_FEES_THEN_ACCOUNT_ENTRIES,
  /** What belongs to no invoice; then each invoice with its fees, in that order. */
  ACCOUNT_ENTRIES_THEN_ORDERED_INVOICES_WITH_FEES,
  /** The fees of the types that the payment names, in the order it names them; then the rest. */
  CUSTOM_ORDERED_FEES
}
