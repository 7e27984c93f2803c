package io.cascadeledger.account.decision;

import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.AccountItem.TargetAmount;
import io.cascadeledger.account.entry.EntryKind;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.state.KnownEntry;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.stream.Digest;

/**
 * Decides on what invoices and fees are to come to: each step becomes the entry that leads from
 * what is open to what is to be open.
 */
final class TargetAmounts {

  private static final String PAYMENT = "PAYMENT";
  private static final String CHARGEBACK = "CHARGEBACK";

  private TargetAmounts() {}

  static void set(AccountDecision decision, AccountItem.SetAmounts item) {
    ItemRules.requireCount(item.targets().size(), 1);
    item.targets().forEach(target -> ItemRules.requireNatural(target.amountMinor()));
    ItemRules.requireDate(item.effectiveDate(), decision.time());
    int number = 1;
    for (TargetAmount target : item.targets()) {
      step(decision, item, target, number++);
    }
  }

  private static void step(
      AccountDecision decision, AccountItem.SetAmounts item, TargetAmount target, int number) {
    KnownEntry entry = EntryEffects.find(decision.state(), target.reference());
    if (entry.kind() != EntryKind.INVOICE && entry.kind() != EntryKind.FEE) {
      throw EntryEffects.unsuitable(entry, "only invoices and fees have target amounts");
    }
    long more = target.amountMinor() - entry.openMinor();
    if (more != 0) {
      String name = item.changeId() + "-" + number;
      EntryPosting.post(
          decision,
          leading(target, entry, more, name),
          null,
          Digest.uuidOf(name),
          item.effectiveDate());
    }
  }

  private static LedgerEntry leading(
      TargetAmount target, KnownEntry entry, long more, String name) {
    return switch (target.reason()) {
      case PAYMENT -> {
        requireDirection(more < 0, target, entry);
        yield new LedgerEntry.Payment(
            "payment-" + name,
            -more,
            null,
            null,
            target.reference(),
            entry.product(),
            null,
            target.meta());
      }
      case CHARGEBACK -> {
        requireDirection(more > 0, target, entry);
        yield new LedgerEntry.Chargeback(
            "chargeback-" + name, more, target.reference(), entry.product(), null, target.meta());
      }
      default ->
          new LedgerEntry.Adjustment(
              "adjustment-" + name,
              more,
              target.reason(),
              null,
              target.reference(),
              entry.product(),
              null,
              target.meta());
    };
  }

  private static void requireDirection(boolean right, TargetAmount target, KnownEntry entry) {
    if (!right) {
      throw new ItemRefused(
          ItemRefusalCode.TARGET_AMOUNT_AGAINST_REASON,
          "A %s does not bring %s from %d to %d."
              .formatted(
                  target.reason(), entry.reference(), entry.openMinor(), target.amountMinor()));
    }
  }
}
