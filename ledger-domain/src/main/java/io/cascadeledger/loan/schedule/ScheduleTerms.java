package io.cascadeledger.loan.schedule;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.TermsChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * All that a schedule is computed from, besides the principal and the day it starts. Nothing is
 * null.
 *
 * @param annualRate a decimal fraction: {@code 0.06} is 6 % a year; zero or more
 * @param dayCountConvention how days are counted
 * @param repaymentFrequency how long a regular period is
 * @param instalmentCount how many instalments the whole schedule has
 * @param firstDueDate when the first falls due; the others keep its day of the month or week
 * @param interestMethod on what interest is computed
 * @param amortization how the principal is spread
 * @param principalGraceInstalments how many instalments, from the first, have no principal; fewer
 *     than there are
 * @param interestGraceInstalments how many instalments, from the first, have no interest; it is
 *     computed all the same, without interest on it, and falls due with the first instalment after
 *     them; fewer than there are
 * @param rounding how instalments are rounded
 */
public record ScheduleTerms(
    BigDecimal annualRate,
    DayCountConvention dayCountConvention,
    RepaymentFrequency repaymentFrequency,
    int instalmentCount,
    LocalDate firstDueDate,
    InterestMethod interestMethod,
    Amortization amortization,
    int principalGraceInstalments,
    int interestGraceInstalments,
    InstalmentRounding rounding) {

  public ScheduleTerms {
    Objects.requireNonNull(dayCountConvention, "dayCountConvention must not be null");
    Objects.requireNonNull(repaymentFrequency, "repaymentFrequency must not be null");
    Objects.requireNonNull(firstDueDate, "firstDueDate must not be null");
    Objects.requireNonNull(interestMethod, "interestMethod must not be null");
    Objects.requireNonNull(amortization, "amortization must not be null");
    Objects.requireNonNull(rounding, "rounding must not be null");
    require(
        annualRate.signum() >= 0
            && annualRate.compareTo(Limits.ANNUAL_RATE) <= 0
            && annualRate.scale() <= Limits.RATE_DECIMALS,
        "not a yearly rate: " + annualRate);
    require(
        instalmentCount >= 1 && instalmentCount <= Limits.INSTALMENTS,
        "not a number of instalments: " + instalmentCount);
    require(
        principalGraceInstalments >= 0 && principalGraceInstalments < instalmentCount,
        "the last instalment has principal: " + principalGraceInstalments);
    require(
        interestGraceInstalments >= 0 && interestGraceInstalments < instalmentCount,
        "the last instalment has interest: " + interestGraceInstalments);
  }

  /**
   * These terms after a change.
   *
   * @param change what is different; a part that is null stays
   * @throws IllegalArgumentException if the new terms are none
   */
  public ScheduleTerms with(TermsChange change) {
    return new ScheduleTerms(
        change.annualRate() == null ? annualRate : change.annualRate(),
        dayCountConvention,
        change.frequency() == null ? repaymentFrequency : change.frequency(),
        change.instalmentCount() == null ? instalmentCount : change.instalmentCount(),
        change.nextDueDate() == null ? firstDueDate : change.nextDueDate(),
        interestMethod,
        amortization,
        principalGraceInstalments,
        interestGraceInstalments,
        rounding);
  }

  /**
   * These terms after a re-ageing, with which all grace ends.
   *
   * @param change the change that brings it
   * @param reage how what is outstanding is spread
   * @param instalmentsBefore how many instalments of the schedule stay as they were
   * @throws IllegalArgumentException if the new terms are none
   */
  public ScheduleTerms with(TermsChange change, Reage reage, int instalmentsBefore) {
    return new ScheduleTerms(
        change.annualRate() == null ? annualRate : change.annualRate(),
        dayCountConvention,
        reage.frequency() == null ? repaymentFrequency : reage.frequency(),
        instalmentsBefore + reage.instalmentCount(),
        reage.firstDueDate(),
        interestMethod,
        amortization,
        0,
        0,
        rounding);
  }

  /**
   * When an instalment would fall due next.
   *
   * @param date the day; what is due on it is not next any more
   */
  public LocalDate nextDueAfter(LocalDate date) {
    DueDates dates = dueDates();
    return dates.at(Math.max(0, dates.indexOnOrBefore(date) + 1));
  }

  /**
   * These terms with another rate.
   *
   * @param rate a decimal fraction, not null
   */
  public ScheduleTerms withRate(BigDecimal rate) {
    return new ScheduleTerms(
        rate,
        dayCountConvention,
        repaymentFrequency,
        instalmentCount,
        firstDueDate,
        interestMethod,
        amortization,
        principalGraceInstalments,
        interestGraceInstalments,
        rounding);
  }

  DueDates dueDates() {
    return new DueDates(firstDueDate, repaymentFrequency);
  }

  DayCounting dayCounting() {
    return new DayCounting(dayCountConvention, dueDates());
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
