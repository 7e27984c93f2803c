package io.cascadeledger.matching;

import java.util.List;
import java.util.Objects;

/**
 * How a payment finds what it pays.
 *
 * @param strategy the order
 * @param product the one product whose entries it may pay; null for all
 * @param feeTypes the order of fee types, for {@link MatchStrategy#CUSTOM_ORDERED_FEES}
 */
public record MatchRule(MatchStrategy strategy, String product, List<String> feeTypes) {

  public MatchRule {
    Objects.requireNonNull(strategy, "strategy must not be null");
    feeTypes = List.copyOf(feeTypes);
  }

  /** A rule for the entries of all products, without an order of fees. */
  public static MatchRule of(MatchStrategy strategy) {
    return new MatchRule(strategy, null, List.of());
  }
}
