package io.cascadeledger.claim.value;

import java.util.Objects;

/**
 * What is expected beside the amount of a claim.
 *
 * @param name what it is for
 * @param amountMinor what is open of it, in minor units; not negative
 */
public record ClaimFee(String name, long amountMinor) {

  public ClaimFee {
    Objects.requireNonNull(name, "name must not be null");
  }
}
