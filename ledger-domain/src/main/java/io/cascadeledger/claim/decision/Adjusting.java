package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimCredited;
import io.cascadeledger.claim.event.ClaimDebited;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;

/** Decides on credits and debits of unmanaged claims. */
final class Adjusting {

  private Adjusting() {}

  static void credit(ClaimDecision decision, ClaimItem.Credit item) {
    requireTaken(decision, item.amount(), item.effectiveDate());
    long open = decision.state().details().amountMinor();
    long left = open - item.amount().minorUnits();
    if (left < 0) {
      throw new ItemRefused(
          ItemRefusalCode.EXCEEDS_OPEN,
          "The credit of %s exceeds what is owed, %d.".formatted(item.amount(), open));
    }
    Money less = new Money(-item.amount().minorUnits(), item.amount().currency());
    decision.happen(
        new ClaimCredited(
            decision.claim(),
            item.amount(),
            item.originator(),
            item.description(),
            left,
            ClaimBooks.adjusted(less, item.entryId(), item.effectiveDate()),
            item.effectiveDate(),
            decision.time().postedAt()));
    if (left == 0) {
      Updating.resolve(decision, ResolutionReason.CLAIM_PAID);
    }
  }

  static void debit(ClaimDecision decision, ClaimItem.Debit item) {
    requireTaken(decision, item.amount(), item.effectiveDate());
    long owed = decision.state().details().amountMinor() + item.amount().minorUnits();
    ItemRules.requireBalance(owed);
    decision.happen(
        new ClaimDebited(
            decision.claim(),
            item.amount(),
            item.originator(),
            item.description(),
            owed,
            ClaimBooks.adjusted(item.amount(), item.entryId(), item.effectiveDate()),
            item.effectiveDate(),
            decision.time().postedAt()));
  }

  private static void requireTaken(ClaimDecision decision, Money amount, LocalDate date) {
    ItemRules.requirePositive(amount.minorUnits());
    ItemRules.requireDate(date, decision.time());
    ClaimState claim = decision.state();
    ClaimRules.requireActive(claim);
    ItemRules.requireCurrency(claim.details().currency(), amount);
  }
}
