package io.cascadeledger.loan.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * What a payment of 1 in each of some periods is worth at their beginning. It is kept as a whole
 * number of parts of which there are 2 to the 160th in 1, more than {@link MathContext#DECIMAL128}
 * has digits, and by powers of two, so that nothing has to be divided to be rounded. A schedule has
 * few kinds of periods, and each is discounted by a factor that is divided out once.
 */
final class Discount {

  private static final int BITS = 160;
  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);

  /** The rate is this over {@link #rateParts}. */
  private final BigInteger rate;

  private final BigInteger rateParts;
  private final Map<YearFraction, BigInteger> factors = new HashMap<>();
  private BigInteger value = ONE;
  private BigInteger sum = BigInteger.ZERO;

  /** Begins before the first period, at a yearly rate that is not negative. */
  Discount(BigDecimal annualRate) {
    BigDecimal plain = annualRate.scale() < 0 ? annualRate.setScale(0) : annualRate;
    rate = plain.unscaledValue();
    rateParts = BigInteger.TEN.pow(plain.scale());
  }

  /** Adds the next period. */
  void next(YearFraction period) {
    value = value.multiply(factor(period)).shiftRight(BITS);
    sum = sum.add(value);
  }

  /** What an amount at the end of a period is worth at its beginning, to 34 digits. */
  BigDecimal of(BigDecimal amount, YearFraction period) {
    return amount
        .multiply(new BigDecimal(factor(period)))
        .divide(new BigDecimal(ONE), MathContext.DECIMAL128);
  }

  /** What must be paid in each of the periods to pay off an amount, to 34 digits. */
  BigDecimal each(BigDecimal amount) {
    return amount.multiply(new BigDecimal(ONE)).divide(new BigDecimal(sum), MathContext.DECIMAL128);
  }

  /** 1 over 1 plus what is earned in the period. */
  private BigInteger factor(YearFraction period) {
    return factors.computeIfAbsent(
        period,
        it -> {
          BigInteger parts = rateParts.multiply(BigInteger.valueOf(it.denominator()));
          BigInteger grown = parts.add(rate.multiply(BigInteger.valueOf(it.numerator())));
          return parts.shiftLeft(BITS).divide(grown);
        });
  }
}
