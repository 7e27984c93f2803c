package io.cascadeledger.claim.decision;

import io.cascadeledger.claim.state.ClaimState;
import io.cascadeledger.claim.value.ClaimDetails;
import io.cascadeledger.claim.value.ClaimFee;
import io.cascadeledger.claim.value.ClaimPatch;
import io.cascadeledger.claim.value.ClaimStatus;
import io.cascadeledger.item.ItemRules;
import io.cascadeledger.refusal.ItemRefusalCode;
import io.cascadeledger.refusal.ItemRefused;

/** The rules that several items for a claim share. Each returns quietly or refuses. */
final class ClaimRules {

  private ClaimRules() {}

  /** What a claim is created with is whole, and its amounts are amounts. */
  static void requireWhole(ClaimDetails details) {
    requireAmounts(ClaimPatch.of(details));
    if (details.currency() == null) {
      throw new ItemRefused(
          ItemRefusalCode.CURRENCY_MISSING, "The claim has no currency, and no account has one.");
    }
    if (details.primaryDebtor() == null && details.accountReference() == null) {
      throw new ItemRefused(
          ItemRefusalCode.DEBTOR_MISSING, "A claim without an account needs its primaryDebtor.");
    }
  }

  /** All amounts that are given are zero or above, and within the limit. */
  static void requireAmounts(ClaimPatch patch) {
    if (patch.amountMinor() != null) {
      ItemRules.requireNatural(patch.amountMinor());
    }
    if (patch.fees() != null) {
      patch.fees().stream().mapToLong(ClaimFee::amountMinor).forEach(ItemRules::requireNatural);
    }
    if (patch.totalFeesMinor() != null) {
      ItemRules.requireNatural(patch.totalFeesMinor());
    }
  }

  /** The claim is there, and not deleted. */
  static void requireThere(ClaimState claim) {
    if (!claim.exists()) {
      throw notFound();
    }
    requireNotDeleted(claim);
  }

  static ItemRefused notFound() {
    return new ItemRefused(ItemRefusalCode.CLAIM_NOT_FOUND, "There is no such claim.");
  }

  /** The claim is not deleted. */
  static void requireNotDeleted(ClaimState claim) {
    if (claim.deleted()) {
      throw new ItemRefused(
          ItemRefusalCode.CLAIM_DELETED, "The claim is deleted. It can be recreated.");
    }
  }

  /** The claim is there, and collected. */
  static void requireActive(ClaimState claim) {
    requireThere(claim);
    if (claim.status() == ClaimStatus.RESOLVED) {
      throw new ItemRefused(
          ItemRefusalCode.CLAIM_RESOLVED,
          "The claim is resolved as %s.".formatted(claim.resolution()));
    }
  }
}
