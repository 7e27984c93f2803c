package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.command.AmountCheck;
import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimReactivated;
import io.cascadeledger.claim.event.ClaimResolved;
import io.cascadeledger.claim.event.ClaimUpdated;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.ResolutionReason;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;

/** Decides on what is newly said of a claim, and on what its amount then means for its status. */
final class Updating {

  private Updating() {}

  static void update(ClaimDecision decision, ClaimItem.Update item) {
    ClaimRules.requireAmounts(item.patch());
    requireOneCheck(item.check());
    ClaimRules.requireThere(decision.state());
    ClaimDetails before = decision.state().details();
    if (item.patch().currency() != null) {
      ItemRules.requireCurrency(before.currency(), new Money(0, item.patch().currency()));
    }
    ClaimDetails after = before.patched(item.patch());
    if (!after.equals(before)) {
      LocalDate today = decision.time().businessDate();
      decision.happen(
          new ClaimUpdated(
              decision.claim(),
              after,
              item.reason(),
              ClaimBooks.changed(before, after, item.reason(), item.entryId(), today),
              today,
              decision.time().postedAt()));
    }
    followAmount(decision, item);
  }

  /** Both meanings of the check at once mean nothing. */
  static void requireOneCheck(AmountCheck check) {
    if (check == AmountCheck.CONTRADICTORY) {
      throw new ItemRefused(
          ItemRefusalCode.AMOUNT_CHECK_CONTRADICTS,
          "The query parameter forceAmountCheck recomputes the status, the option of that name"
              + " keeps it: only one of them can be true.");
    }
  }

  private static void followAmount(ClaimDecision decision, ClaimItem.Update item) {
    ClaimState claim = decision.state();
    boolean recompute = item.check() == AmountCheck.RECOMPUTE;
    boolean looksAtAmount =
        recompute || (item.check() == AmountCheck.NORMAL && item.patch().amountMinor() != null);
    long amount = claim.details().amountMinor();
    if (looksAtAmount && amount == 0 && claim.status() == ClaimStatus.ACTIVE) {
      resolve(decision, ResolutionReason.named(item.reason()).orElse(ResolutionReason.CLAIM_PAID));
    } else if (recompute && amount > 0 && claim.status() == ClaimStatus.RESOLVED) {
      decision.happen(
          new ClaimReactivated(
              decision.claim(), decision.time().businessDate(), decision.time().postedAt()));
    }
  }

  static void resolve(ClaimDecision decision, ResolutionReason reason) {
    decision.happen(
        new ClaimResolved(
            decision.claim(), reason, decision.time().businessDate(), decision.time().postedAt()));
  }
}
