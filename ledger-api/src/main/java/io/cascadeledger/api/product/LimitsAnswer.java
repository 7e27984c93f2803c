package io.cascadeledger.api.product;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.terms.TermsLimits;
import java.math.BigDecimal;

/** Between which values terms lie, as it is answered: in the form in which it is sent. */
@Describe("Between which values the terms of a product's loans lie. Both ends are allowed.")
record LimitsAnswer(
    @Describe(value = "The least principal.", optional = true) Long minPrincipalMinor,
    @Describe(value = "The most principal.", optional = true) Long maxPrincipalMinor,
    @Describe(value = "The lowest yearly rate.", optional = true) String minAnnualInterestRate,
    @Describe(value = "The highest yearly rate.", optional = true) String maxAnnualInterestRate,
    @Describe(value = "The fewest instalments.", optional = true) Integer minInstalmentCount,
    @Describe(value = "The most instalments.", optional = true) Integer maxInstalmentCount) {

  static LimitsAnswer of(TermsLimits limits) {
    return new LimitsAnswer(
        limits.minPrincipalMinor(),
        limits.maxPrincipalMinor(),
        text(limits.minAnnualRate()),
        text(limits.maxAnnualRate()),
        limits.minInstalments(),
        limits.maxInstalments());
  }

  private static String text(BigDecimal rate) {
    return rate == null ? null : rate.toPlainString();
  }

  static LimitsAnswer example() {
    return new LimitsAnswer(100_000L, 5_000_000L, "0.08", "0.18", 6, 36);
  }
}
