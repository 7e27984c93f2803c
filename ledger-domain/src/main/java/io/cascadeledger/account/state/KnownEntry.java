package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.EntryKind;
import java.time.LocalDate;

/**
 * What a decision may want to know of an entry. Amounts are in minor units.
 *
 * @param reference its reference
 * @param kind what it is
 * @param digest by what it is known again
 * @param claim the claim it is a part of, or null
 * @param target what a payment pays; else null
 * @param product the product it belongs to, or null
 * @param dueDate when it falls due; null if it never does by itself
 * @param openMinor what is open of it
 * @param paidMinor what was paid on it, or what a payment pays, and was not charged back
 * @param unappliedMinor what of a payment pays nothing, and was not charged back
 */
public record KnownEntry(
    String reference,
    EntryKind kind,
    String digest,
    String claim,
    String target,
    String product,
    LocalDate dueDate,
    long openMinor,
    long paidMinor,
    long unappliedMinor) {

  /** Whether something can be open of it: an invoice, a fee, or a debit of the account. */
  public boolean isOwed() {
    return kind == EntryKind.INVOICE
        || kind == EntryKind.FEE
        || (kind == EntryKind.ADJUSTMENT && dueDate != null);
  }

  /** Whether it is a payment. */
  public boolean isPayment() {
    return kind == EntryKind.PAYMENT;
  }
}
