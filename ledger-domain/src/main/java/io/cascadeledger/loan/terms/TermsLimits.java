package io.cascadeledger.loan.terms;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between which values the terms of a product's loans lie. Every part may be null: there is no such
 * limit. Both ends are allowed.
 *
 * @param minPrincipalMinor the least principal, in minor units
 * @param maxPrincipalMinor the most principal, in minor units
 * @param minAnnualRate the lowest yearly rate, a decimal fraction
 * @param maxAnnualRate the highest yearly rate, a decimal fraction
 * @param minInstalments the fewest instalments
 * @param maxInstalments the most instalments
 */
public record TermsLimits(
    Long minPrincipalMinor,
    Long maxPrincipalMinor,
    BigDecimal minAnnualRate,
    BigDecimal maxAnnualRate,
    Integer minInstalments,
    Integer maxInstalments) {

  /** Anything goes. */
  public static final TermsLimits NONE = new TermsLimits(null, null, null, null, null, null);

  private static final String PRINCIPAL = "principal";
  private static final String RATE = "annual interest rate";
  private static final String INSTALMENTS = "number of instalments";

  /** What these limits contradict themselves in, in words; empty if all is well. */
  public Optional<String> contradiction() {
    if (isBelow(maxPrincipalMinor, minPrincipalMinor)) {
      return Optional.of("the least " + PRINCIPAL + " is above the most");
    }
    if (isBelow(maxAnnualRate, minAnnualRate)) {
      return Optional.of("the lowest " + RATE + " is above the highest");
    }
    return isBelow(maxInstalments, minInstalments)
        ? Optional.of("the least " + INSTALMENTS + " is above the most")
        : Optional.empty();
  }

  /**
   * What of some terms lies outside these limits, in words.
   *
   * @return the first part that does; a part that is not said does not
   */
  public Optional<String> outside(LoanTerms terms) {
    return outside(PRINCIPAL, terms.principalMinor(), minPrincipalMinor, maxPrincipalMinor)
        .or(() -> outside(RATE, rate(terms), minAnnualRate, maxAnnualRate))
        .or(() -> outside(INSTALMENTS, terms.instalments(), minInstalments, maxInstalments));
  }

  /** What is limited here and not said by some terms, in words. */
  public Optional<String> unsaid(LoanTerms terms) {
    return unsaid(PRINCIPAL, terms.principalMinor(), minPrincipalMinor, maxPrincipalMinor)
        .or(() -> unsaid(RATE, rate(terms), minAnnualRate, maxAnnualRate))
        .or(() -> unsaid(INSTALMENTS, terms.instalments(), minInstalments, maxInstalments));
  }

  private static BigDecimal rate(LoanTerms terms) {
    return terms.annualInterestRate() == null ? null : new BigDecimal(terms.annualInterestRate());
  }

  private static <T extends Comparable<T>> Optional<String> outside(
      String part, T value, T min, T max) {
    if (isBelow(value, min)) {
      return Optional.of("the %s is %s and must be at least %s".formatted(part, value, min));
    }
    return isBelow(max, value)
        ? Optional.of("the %s is %s and must be at most %s".formatted(part, value, max))
        : Optional.empty();
  }

  private static Optional<String> unsaid(String part, Object value, Object min, Object max) {
    return value == null && (min != null || max != null)
        ? Optional.of("the %s is limited and must be said".formatted(part))
        : Optional.empty();
  }

  private static <T extends Comparable<T>> boolean isBelow(T value, T limit) {
    return value != null && limit != null && value.compareTo(limit) < 0;
  }
}
