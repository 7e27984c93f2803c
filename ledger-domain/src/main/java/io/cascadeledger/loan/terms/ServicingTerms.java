package io.cascadeledger.loan.terms;

import java.util.List;

/**
 * How the ledger services a loan: from these it makes the schedule, accrues interest and splits
 * payments. A loan without them is serviced by the lender, who posts its interest.
 *
 * @param interestMethod how interest is computed
 * @param amortization how the principal is paid back; null if the lender supplies the schedule
 * @param principalGrace how many of the first instalments have no principal
 * @param interestGrace how many of the first instalments have no interest
 * @param rounding how instalments are rounded; null if the lender supplies the schedule
 * @param schedule the lender's schedule, or null if the ledger makes it
 * @param lateCharge what late instalments cost, or null for nothing
 * @param delinquencyGraceDays how many days after its due date an instalment is not yet late
 * @param charges what else was agreed to be charged, maybe nothing
 * @param downPayment what of each disbursement falls due at once, or null for nothing
 */
public record ServicingTerms(
    InterestMethod interestMethod,
    Amortization amortization,
    int principalGrace,
    int interestGrace,
    InstalmentRounding rounding,
    List<ScheduledInstalment> schedule,
    LateCharge lateCharge,
    int delinquencyGraceDays,
    List<AgreedCharge> charges,
    DownPayment downPayment) {

  public ServicingTerms {
    schedule = schedule == null ? null : List.copyOf(schedule);
    charges = charges == null ? List.of() : List.copyOf(charges);
    if (principalGrace < 0 || interestGrace < 0 || delinquencyGraceDays < 0) {
      throw new IllegalArgumentException("no grace is negative");
    }
  }

  /** Terms without further charges and without a down payment. */
  public ServicingTerms(
      InterestMethod interestMethod,
      Amortization amortization,
      int principalGrace,
      int interestGrace,
      InstalmentRounding rounding,
      List<ScheduledInstalment> schedule,
      LateCharge lateCharge,
      int delinquencyGraceDays) {
    this(
        interestMethod,
        amortization,
        principalGrace,
        interestGrace,
        rounding,
        schedule,
        lateCharge,
        delinquencyGraceDays,
        List.of(),
        null);
  }

  /** The same with other charges and another down payment; null for none. */
  public ServicingTerms with(List<AgreedCharge> otherCharges, DownPayment otherDownPayment) {
    return new ServicingTerms(
        interestMethod,
        amortization,
        principalGrace,
        interestGrace,
        rounding,
        schedule,
        lateCharge,
        delinquencyGraceDays,
        otherCharges,
        otherDownPayment);
  }

  /** Whether the ledger may have to charge something by itself at the end of a day. */
  public boolean bringCharges() {
    return lateCharge != null
        || !charges.isEmpty()
        || (schedule != null && schedule.stream().anyMatch(ScheduledInstalment::hasCharges));
  }
}
