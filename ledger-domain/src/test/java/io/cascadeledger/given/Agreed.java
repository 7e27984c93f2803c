package io.cascadeledger.given;

import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.AllocationPolicy;
import io.cascadeledger.loan.terms.Amortization;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.loan.terms.DownPayment;
import io.cascadeledger.loan.terms.InstalmentRounding;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.LoanTerms;
import io.cascadeledger.loan.terms.RepaymentFrequency;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.Excess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Terms of a loan that the ledger services: a few words make others of them.
 *
 * @param servicing the part of them that is about servicing
 */
public record Agreed(
    Long principalMinor,
    String rate,
    DayCountConvention days,
    RepaymentFrequency frequency,
    Integer count,
    LocalDate firstDue,
    ServicingTerms servicing,
    AllocationPolicy allocation) {

  /** 1200.00 at 12 %, paid back in equal principal of 100.00 a month, interest by the day. */
  public static Agreed monthly() {
    return new Agreed(
        120_000L,
        "0.12",
        DayCountConvention.THIRTY_360,
        RepaymentFrequency.MONTHLY,
        12,
        LocalDate.of(2026, 1, 1),
        servicing(InterestMethod.DECLINING_BALANCE_DAILY, Amortization.EQUAL_PRINCIPAL),
        AllocationPolicy.DEFAULT);
  }

  private static ServicingTerms servicing(InterestMethod method, Amortization amortization) {
    return new ServicingTerms(
        method, amortization, 0, 0, InstalmentRounding.HALF_UP_TO_MINOR_UNIT, null, null, 0);
  }

  public LoanTerms terms() {
    return new LoanTerms(
        principalMinor, rate, days, frequency, count, firstDue, servicing, allocation, null);
  }

  public Agreed lent(Long minor) {
    return new Agreed(minor, rate, days, frequency, count, firstDue, servicing, allocation);
  }

  public Agreed at(String yearly) {
    return new Agreed(
        principalMinor, yearly, days, frequency, count, firstDue, servicing, allocation);
  }

  public Agreed counting(DayCountConvention convention) {
    return new Agreed(
        principalMinor, rate, convention, frequency, count, firstDue, servicing, allocation);
  }

  public Agreed every(RepaymentFrequency period, Integer instalments, LocalDate first) {
    return new Agreed(
        principalMinor, rate, days, period, instalments, first, servicing, allocation);
  }

  public Agreed by(InterestMethod method, Amortization amortization) {
    return with(
        new ServicingTerms(
            method,
            amortization,
            servicing.principalGrace(),
            servicing.interestGrace(),
            servicing.rounding(),
            servicing.schedule(),
            servicing.lateCharge(),
            servicing.delinquencyGraceDays()));
  }

  public Agreed grace(int principal, int interest, int delinquencyDays) {
    return with(
        new ServicingTerms(
            servicing.interestMethod(),
            servicing.amortization(),
            principal,
            interest,
            servicing.rounding(),
            servicing.schedule(),
            servicing.lateCharge(),
            delinquencyDays));
  }

  public Agreed supplied(List<ScheduledInstalment> schedule) {
    return with(
        new ServicingTerms(
            servicing.interestMethod(),
            servicing.amortization(),
            servicing.principalGrace(),
            servicing.interestGrace(),
            servicing.rounding(),
            schedule,
            servicing.lateCharge(),
            servicing.delinquencyGraceDays()));
  }

  public Agreed split(AllocationRule rule, Excess excess) {
    return split(
        new AllocationPolicy(rule, Map.of(), excess, List.of(Component.values()).reversed()));
  }

  public Agreed split(AllocationPolicy policy) {
    return new Agreed(principalMinor, rate, days, frequency, count, firstDue, servicing, policy);
  }

  public Agreed late(LateCharge charge) {
    return with(
        new ServicingTerms(
            servicing.interestMethod(),
            servicing.amortization(),
            servicing.principalGrace(),
            servicing.interestGrace(),
            servicing.rounding(),
            servicing.schedule(),
            charge,
            servicing.delinquencyGraceDays()));
  }

  /** What else is charged. */
  public Agreed charging(AgreedCharge... charges) {
    return replaced(servicing.with(List.of(charges), servicing.downPayment()));
  }

  /** What falls due with each disbursement. */
  public Agreed down(long flatMinor, String percent) {
    DownPayment down = new DownPayment(flatMinor, new BigDecimal(percent));
    return replaced(servicing.with(servicing.charges(), down));
  }

  public Agreed with(ServicingTerms other) {
    return replaced(
        other == null ? null : other.with(servicing.charges(), servicing.downPayment()));
  }

  private Agreed replaced(ServicingTerms other) {
    return new Agreed(principalMinor, rate, days, frequency, count, firstDue, other, allocation);
  }
}
