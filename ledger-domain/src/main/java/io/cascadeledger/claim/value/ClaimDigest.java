package io.cascadeledger.claim.value;

import io.cascadeledger.stream.Digest;

/** By what the creation of a claim is known again. */
public final class ClaimDigest {

  private ClaimDigest() {}

  /** The digest of all that a claim was created with. */
  public static String of(ClaimDetails it) {
    return Digest.of(
        it.amountMinor(),
        it.currency(),
        it.totalFeesMinor(),
        it.fees(),
        it.currentDueDate(),
        it.originalDueDate(),
        it.portfolioReference(),
        it.productReference(),
        it.creditorReference(),
        it.paymentReference(),
        it.accountReference(),
        it.scores(),
        it.primaryDebtor(),
        it.meta().entries());
  }
}
