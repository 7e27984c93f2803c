package io.cascadeledger.loan.schedule;

import io.cascadeledger.loan.terms.InterestMethod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads principal and interest over periods.
 *
 * <p>Interest is computed as an exact fraction and rounded once, to a minor unit. Only the equal
 * instalment is computed with limited digits ({@link Discount}): its error is below the tenth
 * decimal of a minor unit, where it is rounded away before the rule of the terms rounds it. Flat
 * interest is spread evenly, in whole minor units; the rest is in the last instalment.
 */
final class Amortizer {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** More decimals than matter and fewer than are wrong: 99.99999999999 is meant to be 100. */
  private static final int EXACT_DECIMALS = 10;

  private final ScheduleTerms terms;
  private final List<Period> periods;
  private final long principalMinor;
  private final long flatBaseMinor;
  private final long broughtMinor;
  private final long flatMinor;

  /**
   * Takes what is to be spread.
   *
   * @param terms the terms
   * @param periods one or more, each with an instalment
   * @param principalMinor what they repay
   * @param flatBaseMinor what flat interest is computed on
   * @param broughtMinor interest that was earned before and falls due with theirs
   */
  Amortizer(
      ScheduleTerms terms,
      List<Period> periods,
      long principalMinor,
      long flatBaseMinor,
      long broughtMinor) {
    if (principalMinor < 0 || broughtMinor < 0) {
      throw new IllegalArgumentException("an amount to spread is below zero.");
    }
    this.terms = terms;
    this.periods = periods;
    this.principalMinor = principalMinor;
    this.flatBaseMinor = flatBaseMinor;
    this.broughtMinor = broughtMinor;
    this.flatMinor = terms.interestMethod() == InterestMethod.FLAT ? flatInterest() : 0;
  }

  List<Instalment> instalments() {
    long share = share();
    List<Instalment> instalments = new ArrayList<>();
    long balance = principalMinor;
    long deferred = 0;
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      long interest = interest(i, balance);
      long principal = isLast(i) ? balance : principal(period, share, interest, balance);
      deferred = Math.addExact(deferred, interest);
      long due = period.number() > terms.interestGraceInstalments() ? deferred : 0;
      instalments.add(new Instalment(period.number(), period.from(), period.due(), principal, due));
      deferred -= due;
      balance -= principal;
    }
    return instalments;
  }

  private boolean isLast(int index) {
    return index == periods.size() - 1;
  }

  private long interest(int index, long balance) {
    if (terms.interestMethod() != InterestMethod.FLAT) {
      return interest(balance, periods.get(index).fraction(), index == 0 ? broughtMinor : 0);
    }
    long each = flatMinor / periods.size();
    return isLast(index) ? flatMinor - index * each : each;
  }

  /**
   * The principal of an instalment before the last. If the instalment is too small to pay its
   * interest, it pays no principal, and the last one repays more.
   */
  private long principal(Period period, long share, long interest, long balance) {
    if (period.number() <= terms.principalGraceInstalments()) {
      return 0;
    }
    return switch (terms.amortization()) {
      case EQUAL_INSTALMENTS -> Math.clamp(share - interest, 0, balance);
      case EQUAL_PRINCIPAL -> Math.min(share, balance);
      case INTEREST_ONLY -> 0;
    };
  }

  /** What is the same in each instalment: the whole of it, or its principal; rounded. */
  private long share() {
    BigDecimal share =
        switch (terms.amortization()) {
          case INTEREST_ONLY -> BigDecimal.ZERO;
          case EQUAL_PRINCIPAL -> equalPrincipal();
          case EQUAL_INSTALMENTS ->
              terms.interestMethod() == InterestMethod.FLAT
                  ? equalPrincipal().add(perPeriod(flatMinor, periods.size()))
                  : annuity();
        };
    return terms.rounding().instalment(share.setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private BigDecimal equalPrincipal() {
    return perPeriod(principalMinor, periods.size() - graceLeft());
  }

  private static BigDecimal perPeriod(long amount, int periods) {
    return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(periods), DIGITS);
  }

  /** How many of the periods have no principal. */
  private int graceLeft() {
    return Math.max(0, terms.principalGraceInstalments() - periods.getFirst().number() + 1);
  }

  /**
   * The amount that, paid in each period after the grace, repays the principal with interest. For
   * regular periods it is the annuity of the textbooks; each period has the growth of its own days.
   */
  private BigDecimal annuity() {
    int grace = graceLeft();
    Discount discount = new Discount(terms.annualRate());
    BigDecimal due = BigDecimal.valueOf(principalMinor);
    if (grace == 0 && broughtMinor > 0) {
      BigDecimal brought = BigDecimal.valueOf(broughtMinor);
      due = due.add(discount.of(brought, periods.getFirst().fraction()), DIGITS);
    }
    for (Period period : periods.subList(grace, periods.size())) {
      discount.next(period.fraction());
    }
    return discount.each(due);
  }

  /** Interest on a balance, with what was brought forward, rounded once. */
  private long interest(long balance, YearFraction fraction, long brought) {
    BigDecimal earned =
        terms
            .annualRate()
            .multiply(BigDecimal.valueOf(balance))
            .multiply(BigDecimal.valueOf(fraction.numerator()));
    BigDecimal before =
        BigDecimal.valueOf(brought).multiply(BigDecimal.valueOf(fraction.denominator()));
    return rounded(earned.add(before), BigDecimal.valueOf(fraction.denominator()));
  }

  /**
   * Flat interest of all periods together, with what was brought forward. Only the first period can
   * be irregular; counted from the last, all the others have one denominator.
   */
  private long flatInterest() {
    BigDecimal years = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ONE;
    for (Period period : periods.reversed()) {
      BigDecimal numerator = BigDecimal.valueOf(period.fraction().numerator());
      BigDecimal parts = BigDecimal.valueOf(period.fraction().denominator());
      if (parts.compareTo(denominator) == 0) {
        years = years.add(numerator);
      } else {
        years = years.multiply(parts).add(numerator.multiply(denominator));
        denominator = denominator.multiply(parts);
      }
    }
    BigDecimal earned =
        terms.annualRate().multiply(BigDecimal.valueOf(flatBaseMinor)).multiply(years);
    BigDecimal before = BigDecimal.valueOf(broughtMinor).multiply(denominator);
    return rounded(earned.add(before), denominator);
  }

  private long rounded(BigDecimal dividend, BigDecimal divisor) {
    RoundingMode mode = terms.rounding().mode();
    return dividend.divide(divisor, 0, mode).longValueExact();
  }
}
