package io.cascadeledger.account.decision;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.entry.EntryDigest;
import io.cascadeledger.account.entry.EntryEffect;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.LedgerEntryPosted;
import io.cascadeledger.account.state.AccountState;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Decides on entries of the ledger. */
final class EntryPosting {

  private EntryPosting() {}

  static void add(AccountDecision decision, AccountItem.AddEntry item) {
    requireShape(item.entry());
    ItemRules.requireDate(item.effectiveDate(), decision.time());
    Optional<KnownEntry> known = decision.state().entry(item.entry().reference());
    if (known.isPresent() && known.get().digest().equals(EntryDigest.of(item.entry()))) {
      return;
    }
    post(decision, item.entry(), null, item.entryId(), item.effectiveDate());
  }

  /**
   * Posts an entry whose shape is sound.
   *
   * @param matchId the matched payment it is a part of, or null
   */
  static void post(
      AccountDecision decision,
      LedgerEntry entry,
      UUID matchId,
      UUID entryId,
      LocalDate effectiveDate) {
    AccountState state = decision.state();
    if (state.entry(entry.reference()).isPresent()) {
      throw new ItemRefused(
          ItemRefusalCode.ENTRY_EXISTS,
          "The account has another entry %s.".formatted(entry.reference()));
    }
    EntryEffect effect = EntryEffects.of(state, entry);
    ItemRules.requireBalance(state.openMinor() + effect.openMinor());
    ItemRules.requireBalance(state.unappliedMinor() + effect.unappliedMinor());
    KnownEntry changed =
        effect.reference() == null ? null : state.entry(effect.reference()).orElse(null);
    decision.happen(
        new LedgerEntryPosted(
            decision.account(),
            entry,
            matchId,
            effect,
            EntryBooks.entry(
                entry, effect, changed, state.details().currency(), entryId, effectiveDate),
            effectiveDate,
            decision.postedAt()));
  }

  private static void requireShape(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Invoice _, LedgerEntry.Fee _, LedgerEntry.Reporting _ ->
          ItemRules.requireNatural(entry.amountMinor());
      case LedgerEntry.Payment _, LedgerEntry.Chargeback _, LedgerEntry.Discount _ ->
          ItemRules.requirePositive(entry.amountMinor());
      case LedgerEntry.Adjustment adjustment -> {
        ItemRules.requireWithinLimit(adjustment.amountMinor());
        boolean movesDueDate = adjustment.dueDate() != null && adjustment.target() != null;
        if (adjustment.amountMinor() == 0 && !movesDueDate) {
          throw new ItemRefused(
              ItemRefusalCode.AMOUNT_ZERO,
              "An adjustment of zero only moves the due date of another entry.");
        }
      }
    }
  }
}
