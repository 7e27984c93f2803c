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
 */
public record ServicingTerms(
    InterestMethod interestMethod,
    Amortization amortization,
    int principalGrace,
    int interestGrace,
    InstalmentRounding rounding,
    List<ScheduledInstalment> schedule,
    LateCharge lateCharge,
    int delinquencyGraceDays) {

  public ServicingTerms {
    schedule = schedule == null ? null : List.copyOf(schedule);
    if (principalGrace < 0 || interestGrace < 0 || delinquencyGraceDays < 0) {
      throw new IllegalArgumentException("no grace is negative");
    }
  }
}
