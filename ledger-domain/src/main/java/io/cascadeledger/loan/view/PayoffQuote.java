package io.cascadeledger.loan.view;

import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import java.time.LocalDate;

/**
 * What settles a loan on a day, in minor units.
 *
 * @param date the day
 * @param penaltiesMinor open penalties
 * @param feesMinor open fees
 * @param interestMinor interest booked and not paid
 * @param unbookedInterestMinor interest that is earned by the beginning of the day and not booked
 * @param principalMinor open principal
 * @param suspenseMinor what is kept for the borrower and may be used
 * @param perDiemMinor what each further day costs
 */
public record PayoffQuote(
    LocalDate date,
    long penaltiesMinor,
    long feesMinor,
    long interestMinor,
    long unbookedInterestMinor,
    long principalMinor,
    long suspenseMinor,
    long perDiemMinor) {

  /**
   * The quote for a day. It takes the loan as it stands; what has a later effective date counts.
   *
   * @param loan the loan
   * @param date the day, not before the loan's last movement
   */
  public static PayoffQuote of(LoanState loan, LocalDate date) {
    Standing standing = loan.standing();
    LoanBalance balance = standing.balance();
    long before = earned(standing, date.minusDays(1));
    long after = earned(standing, date);
    return new PayoffQuote(
        date,
        balance.penaltiesMinor(),
        balance.feesMinor(),
        balance.interestMinor(),
        before,
        balance.principalMinor(),
        balance.suspenseMinor(),
        after - before);
  }

  /** What must be paid: all that is owed, without what is kept for the borrower. */
  public long totalMinor() {
    return penaltiesMinor
        + feesMinor
        + interestMinor
        + unbookedInterestMinor
        + principalMinor
        - suspenseMinor;
  }

  private static long earned(Standing standing, LocalDate throughDay) {
    return standing
        .servicing()
        .map((Servicing it) -> it.unbookedMinor(throughDay, standing.balance().principalMinor()))
        .orElse(0L);
  }
}
