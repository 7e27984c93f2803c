package io.cascadeledger.loan.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * What a payment of 1 in each of some periods is worth at their beginning. It is kept as a {@link
 * Portion}, whose last bit is below the 38th decimal: after the most periods that a schedule has,
 * the sum is right to 31 decimals, and what is paid off with it, to the tenth decimal of a minor
 * unit. A schedule has few kinds of periods, and each is discounted by a factor that is divided out
 * once.
 */
final class Discount {

  /** The rate is this over {@link #rateParts}. */
  private final BigInteger rate;

  private final BigInteger rateParts;
  private final Map<YearFraction, Portion> factors = new HashMap<>();
  private Portion value = Portion.ONE;
  private final Portion.Sum sum = new Portion.Sum();

  /** Begins before the first period, at a yearly rate that is not negative. */
  Discount(BigDecimal annualRate) {
    BigDecimal plain = annualRate.scale() < 0 ? annualRate.setScale(0) : annualRate;
    rate = plain.unscaledValue();
    rateParts = BigInteger.TEN.pow(plain.scale());
  }

  /** Adds the next period. */
  void next(YearFraction period) {
    value = value.times(factor(period));
    sum.add(value);
  }

  /** What an amount at the end of a period is worth at its beginning. */
  BigDecimal of(BigDecimal amount, YearFraction period) {
    return amount
        .multiply(new BigDecimal(factor(period).parts()))
        .divide(new BigDecimal(Portion.ONE.parts()), MathContext.DECIMAL128);
  }

  /** What must be paid in each of the periods to pay off an amount. */
  BigDecimal each(BigDecimal amount) {
    return amount
        .multiply(new BigDecimal(Portion.ONE.parts()))
        .divide(new BigDecimal(sum.parts()), MathContext.DECIMAL128);
  }

  /** 1 over 1 plus what is earned in the period. */
  private Portion factor(YearFraction period) {
    return factors.computeIfAbsent(
        period,
        it -> {
          BigInteger parts = rateParts.multiply(BigInteger.valueOf(it.denominator()));
          BigInteger grown = parts.add(rate.multiply(BigInteger.valueOf(it.numerator())));
          return Portion.of(parts, grown);
        });
  }
}
