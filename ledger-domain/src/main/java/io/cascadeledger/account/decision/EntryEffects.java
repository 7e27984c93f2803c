package io.cascadeledger.account.decision;

import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;

/** What entries change of what is open, and what their targets may be. */
final class EntryEffects {

  private EntryEffects() {}

  /**
   * What an entry changes.
   *
   * @throws ItemRefused if its target is missing or of another kind, or if it exceeds what is there
   */
  static EntryEffect of(AccountState state, LedgerEntry entry) {
    long amount = entry.amountMinor();
    return switch (entry) {
      case LedgerEntry.Invoice _ -> new EntryEffect(entry.reference(), amount, 0);
      case LedgerEntry.Fee fee -> {
        if (fee.target() != null) {
          requireInvoice(target(state, entry));
        }
        yield new EntryEffect(entry.reference(), amount, 0);
      }
      case LedgerEntry.Payment payment ->
          payment.target() == null
              ? new EntryEffect(null, 0, amount)
              : pay(owed(state, entry), amount);
      case LedgerEntry.Adjustment adjustment -> adjust(state, adjustment);
      case LedgerEntry.Chargeback _ -> chargeBack(state, entry);
      case LedgerEntry.Discount _ -> lower(owed(state, entry), amount);
      case LedgerEntry.Reporting _ -> EntryEffect.NONE;
    };
  }

  /** What exceeds the target stays with the account. */
  private static EntryEffect pay(KnownEntry target, long amount) {
    long applied = Math.min(amount, target.openMinor());
    return new EntryEffect(target.reference(), -applied, amount - applied);
  }

  private static EntryEffect lower(KnownEntry target, long amount) {
    if (amount > target.openMinor()) {
      throw new ItemRefused(
          ItemRefusalCode.EXCEEDS_OPEN,
          "%d exceed what is open of %s, %d."
              .formatted(amount, target.reference(), target.openMinor()));
    }
    return new EntryEffect(target.reference(), -amount, 0);
  }

  private static EntryEffect adjust(AccountState state, LedgerEntry.Adjustment entry) {
    long amount = entry.amountMinor();
    if (entry.target() == null) {
      return amount > 0
          ? new EntryEffect(entry.reference(), amount, 0)
          : new EntryEffect(null, 0, -amount);
    }
    KnownEntry target = owed(state, entry);
    if (entry.dueDate() != null && target.dueDate() == null) {
      throw unsuitable(target, "it has no due date but its invoice's");
    }
    return amount < 0 ? lower(target, -amount) : new EntryEffect(target.reference(), amount, 0);
  }

  /** Of a payment, what paid nothing is reclaimed first. */
  private static EntryEffect chargeBack(AccountState state, LedgerEntry entry) {
    KnownEntry target = target(state, entry);
    long amount = entry.amountMinor();
    if (!target.isPayment()) {
      requireOwed(target);
      requirePaid(target, target.paidMinor(), amount);
      return new EntryEffect(target.reference(), amount, 0);
    }
    requirePaid(target, target.unappliedMinor() + target.paidMinor(), amount);
    long unapplied = Math.min(amount, target.unappliedMinor());
    long applied = amount - unapplied;
    if (applied > 0) {
      KnownEntry paid = state.entry(target.target()).orElseThrow();
      requirePaid(paid, paid.paidMinor(), applied);
    }
    return new EntryEffect(target.target(), applied, -unapplied);
  }

  private static void requirePaid(KnownEntry target, long paid, long amount) {
    if (amount > paid) {
      throw new ItemRefused(
          ItemRefusalCode.EXCEEDS_PAID,
          "Of %s, only %d were paid and not charged back.".formatted(target.reference(), paid));
    }
  }

  private static KnownEntry owed(AccountState state, LedgerEntry entry) {
    KnownEntry target = target(state, entry);
    requireOwed(target);
    return target;
  }

  private static KnownEntry target(AccountState state, LedgerEntry entry) {
    return find(state, entry.target());
  }

  /** An entry that something is about. */
  static KnownEntry find(AccountState state, String reference) {
    return state
        .entry(reference)
        .orElseThrow(
            () ->
                new ItemRefused(
                    ItemRefusalCode.TARGET_NOT_FOUND,
                    "The account has no entry %s.".formatted(reference)));
  }

  private static void requireOwed(KnownEntry target) {
    if (!target.isOwed()) {
      throw unsuitable(target, "nothing is ever open of it");
    }
  }

  private static void requireInvoice(KnownEntry target) {
    if (target.kind() != EntryKind.INVOICE) {
      throw unsuitable(target, "fees belong to invoices");
    }
  }

  static ItemRefused unsuitable(KnownEntry target, String why) {
    return new ItemRefused(
        ItemRefusalCode.TARGET_UNSUITABLE,
        "The entry %s cannot be the target: %s.".formatted(target.reference(), why));
  }
}
