package io.cascadeledger.loan.view;

import io.cascadeledger.loan.endofday.CloseLoanDay;
import io.cascadeledger.loan.endofday.DayEnd;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.time.PostingTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What settles a loan on a day, in minor units.
 *
 * @param date the day
 * @param penaltiesMinor open penalties, with those that will have been charged by the day
 * @param feesMinor open fees, with those that will have been charged by the day
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
    LocalDate dayBefore = date.minusDays(1);
    Standing standing = loan.standing();
    long earned = standing.unbookedInterestMinor(dayBefore);
    long perDiem = standing.unbookedInterestMinor(date) - earned;
    LoanBalance now = standing.balance();
    LoanBalance then = now;
    if (loan.servicingTerms().map(ServicingTerms::bringCharges).orElse(false)) {
      then = ended(loan, dayBefore).balance();
      earned = then.interestMinor() - now.interestMinor();
    }
    return new PayoffQuote(
        date,
        then.penaltiesMinor(),
        then.feesMinor(),
        now.interestMinor(),
        earned,
        then.principalMinor(),
        then.suspenseMinor(),
        perDiem);
  }

  /** The loan as the end of a day will have left it, tried out on a copy. */
  private static LoanState ended(LoanState loan, LocalDate day) {
    LoanState copy = loan.copy();
    DayEnd.close(
        copy, new CloseLoanDay(copy.id(), day, new PostingTime(Instant.EPOCH, day)), copy::evolve);
    return copy;
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
}
