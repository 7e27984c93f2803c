package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.command.ClaimItem;
import io.cascadeledger.claim.event.ClaimCreated;
import io.cascadeledger.claim.event.ClaimDeleted;
import io.cascadeledger.claim.event.ClaimRecreated;
import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimDigest;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;
import java.time.LocalDate;
import java.util.UUID;

/** Decides on claims that come and go. */
final class Placing {

  private Placing() {}

  static void create(ClaimDecision decision, ClaimItem.Create item) {
    ClaimRules.requireWhole(item.details());
    String digest = ClaimDigest.of(item.details());
    ClaimState claim = decision.state();
    if (claim.exists()) {
      ClaimRules.requireNotDeleted(claim);
      if (!claim.digest().equals(digest)) {
        throw new ItemRefused(
            ItemRefusalCode.CLAIM_EXISTS, "The claim was created before, with another content.");
      }
      return;
    }
    place(decision, item.details(), digest, item.entryId());
  }

  private static void place(
      ClaimDecision decision, ClaimDetails details, String digest, UUID entryId) {
    LocalDate today = decision.time().businessDate();
    decision.happen(
        new ClaimCreated(
            decision.claim(),
            details,
            digest,
            ClaimBooks.placed(details, entryId, today),
            today,
            decision.time().postedAt()));
  }

  static void recreate(ClaimDecision decision, ClaimItem.Recreate item) {
    ClaimRules.requireWhole(item.details());
    String digest = ClaimDigest.of(item.details());
    ClaimState claim = decision.state();
    if (!claim.exists()) {
      throw ClaimRules.notFound();
    }
    if (!claim.deleted()) {
      if (claim.recreated() && claim.digest().equals(digest)) {
        return;
      }
      throw new ItemRefused(
          ItemRefusalCode.CLAIM_NOT_DELETED, "The claim is not deleted. It can be updated.");
    }
    LocalDate today = decision.time().businessDate();
    decision.happen(
        new ClaimRecreated(
            decision.claim(),
            item.details(),
            digest,
            ClaimBooks.placed(item.details(), item.entryId(), today),
            today,
            decision.time().postedAt()));
  }

  static void importing(ClaimDecision decision, ClaimItem.Import item) {
    Updating.requireOneCheck(item.check());
    ClaimRules.requireWhole(item.details());
    if (decision.state().exists()) {
      Updating.update(
          decision,
          new ClaimItem.Update(
              ClaimPatch.of(item.details()), item.reason(), item.check(), item.entryId()));
    } else {
      place(decision, item.details(), ClaimDigest.of(item.details()), item.entryId());
    }
  }

  static void delete(ClaimDecision decision, ClaimItem.Delete item) {
    ClaimState claim = decision.state();
    if (!claim.exists()) {
      throw ClaimRules.notFound();
    }
    if (claim.deleted()) {
      return;
    }
    LocalDate today = decision.time().businessDate();
    decision.happen(
        new ClaimDeleted(
            decision.claim(),
            item.reason(),
            ClaimBooks.withdrawn(claim.details(), item.entryId(), today),
            today,
            decision.time().postedAt()));
  }
}
