package io.cascadeledger.account.state;

import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.matching.EntryPlace;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an account remembers of an entry. Amounts are in minor units.
 *
 * @param reference its reference
 * @param kind what it is
 * @param digest by what it is known again
 * @param claim the claim it is a part of: for an invoice its own reference, for a linked fee that
 *     of the invoice; else null
 * @param target what a payment pays; else null
 * @param product the product it belongs to, or null
 * @param feeType the type of a fee, or null
 * @param dueDate when an invoice, or a fee or debit of the account, falls due; else null
 * @param createdAt when it was created, as far as that is known
 * @param arrival which entry of the account it was, from 0
 * @param openMinor what is open of an invoice, fee or debit
 * @param paidMinor what was paid on it and not charged back; or of a payment, what pays its target
 *     and was not charged back
 * @param unappliedMinor what of a payment pays nothing, and was not charged back
 */
record EntryState(
    String reference,
    EntryKind kind,
    String digest,
    String claim,
    String target,
    String product,
    String feeType,
    LocalDate dueDate,
    Instant createdAt,
    long arrival,
    long openMinor,
    long paidMinor,
    long unappliedMinor) {

  EntryState open(long openChange, long paidChange) {
    return new EntryState(
        reference,
        kind,
        digest,
        claim,
        target,
        product,
        feeType,
        dueDate,
        createdAt,
        arrival,
        openMinor + openChange,
        paidMinor + paidChange,
        unappliedMinor);
  }

  EntryState chargedBack(long applied, long unapplied) {
    return new EntryState(
        reference,
        kind,
        digest,
        claim,
        target,
        product,
        feeType,
        dueDate,
        createdAt,
        arrival,
        openMinor,
        paidMinor - applied,
        unappliedMinor - unapplied);
  }

  EntryState dueOn(LocalDate newDueDate) {
    return new EntryState(
        reference,
        kind,
        digest,
        claim,
        target,
        product,
        feeType,
        newDueDate,
        createdAt,
        arrival,
        openMinor,
        paidMinor,
        unappliedMinor);
  }

  /** The place of an invoice, or of a fee or debit of the account. */
  EntryPlace place() {
    return EntryPlace.of(dueDate, createdAt, arrival);
  }

  boolean isLinkedFee() {
    return kind == EntryKind.FEE && claim != null;
  }
}
