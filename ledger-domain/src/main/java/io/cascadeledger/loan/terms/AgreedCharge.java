package io.cascadeledger.loan.terms;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A fee or penalty that was agreed when the loan was opened, an amount or a percentage.
 *
 * @param code what it is for, such as {@code origination}; it names the charge within the loan
 * @param component fees or penalties
 * @param flatMinor the amount in minor units; zero if it is a percentage
 * @param percent the percentage, rounded half up to a minor unit; zero if it is an amount
 * @param percentOf what it is a percentage of; null if it is an amount
 * @param due when it falls due, not null
 * @param dueDate the date on which it falls due; null if it comes with something
 */
public record AgreedCharge(
    String code,
    Component component,
    long flatMinor,
    BigDecimal percent,
    PercentOf percentOf,
    ChargeDue due,
    LocalDate dueDate) {

  public AgreedCharge {
    Objects.requireNonNull(code, "code must not be null");
    if (component != Component.FEES && component != Component.PENALTIES) {
      throw new IllegalArgumentException("a charge is a fee or a penalty, not " + component);
    }
    boolean isPercent = percent.signum() > 0;
    require(flatMinor >= 0 && percent.signum() >= 0, "no part of a charge is negative");
    require(isPercent != flatMinor > 0, "a charge is either an amount or a percentage");
    require(isPercent == (percentOf != null), "a percentage is of something");
    require(
        percent.compareTo(Percent.HUNDRED) <= 0 && percent.scale() <= Limits.RATE_DECIMALS,
        "a charge is at most 100 percent, with at most " + Limits.RATE_DECIMALS + " decimals");
    require(
        percentOf != PercentOf.INSTALMENT || due == ChargeDue.INSTALMENT,
        "only what falls due with each instalment is a percentage of it");
    require(
        (due == ChargeDue.DATE) == (dueDate != null),
        "a charge has a due date if it is due on one");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * How much it is.
   *
   * @param disbursedMinor the principal it may be a percentage of
   * @param instalmentMinor the principal and interest it may be a percentage of
   * @return minor units, zero or more
   */
  public long minor(long disbursedMinor, long instalmentMinor) {
    if (percentOf == null) {
      return flatMinor;
    }
    return Percent.of(
        percent,
        switch (percentOf) {
          case PRINCIPAL_DISBURSED -> disbursedMinor;
          case INSTALMENT -> instalmentMinor;
        });
  }
}
