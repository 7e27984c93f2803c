package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimJourneyChanged;
import io.cascadeledger.claim.event.ClaimPromised;
import io.cascadeledger.claim.event.ClaimTriggerFired;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.claim.value.PromiseToPay;
import io.cascadeledger.item.ItemRules;

/** Decides on what concerns the collection of an unmanaged claim. Nothing of it moves money. */
final class Collecting {

  private Collecting() {}

  static void resolve(ClaimDecision decision, ClaimItem.Resolve item) {
    ClaimState claim = decision.state();
    ClaimRules.requireThere(claim);
    if (claim.status() == ClaimStatus.RESOLVED && claim.resolution() == item.reason()) {
      return;
    }
    ClaimRules.requireActive(claim);
    Updating.resolve(decision, item.reason());
  }

  static void promise(ClaimDecision decision, ClaimItem.Promise item) {
    ItemRules.requirePositive(item.amount().minorUnits());
    ClaimState claim = decision.state();
    ClaimRules.requireActive(claim);
    PromiseToPay promise = new PromiseToPay(item.amount().minorUnits(), item.dueDate());
    boolean made = CollectionRules.isMade(claim.promises().get(item.dueDate()), promise);
    ItemRules.requireCurrency(claim.details().currency(), item.amount());
    if (!made) {
      decision.happen(
          new ClaimPromised(
              decision.claim(),
              promise,
              decision.time().businessDate(),
              decision.time().postedAt()));
    }
  }

  static void changeJourney(ClaimDecision decision, ClaimItem.ChangeJourney item) {
    ClaimRules.requireThere(decision.state());
    if (CollectionRules.changes(decision.state().journey(), item.state())) {
      decision.happen(
          new ClaimJourneyChanged(
              decision.claim(),
              item.state(),
              item.reason(),
              item.description(),
              decision.time().businessDate(),
              decision.time().postedAt()));
    }
  }

  static void fireTrigger(ClaimDecision decision, ClaimItem.FireTrigger item) {
    ClaimRules.requireThere(decision.state());
    decision.happen(
        new ClaimTriggerFired(
            decision.claim(),
            item.trigger(),
            decision.time().businessDate(),
            decision.time().postedAt()));
  }
}
