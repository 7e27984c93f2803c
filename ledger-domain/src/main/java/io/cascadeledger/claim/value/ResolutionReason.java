package io.cascadeledger.claim.value;

import java.util.Arrays;
import java.util.Optional;

/** Why a claim is no longer collected. */
public enum ResolutionReason {
  CLAIM_SOLD,
  CLAIM_PAID,
  FRAUDULENT,
  CLAIM_DISCARDED,
  CLAIM_DISCHARGED,
  CLAIM_INVALIDATED;

  /**
   * The reason of a name.
   *
   * @param name any text, or null
   * @return empty if no reason has that name
   */
  public static Optional<ResolutionReason> named(String name) {
    return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
  }
}
