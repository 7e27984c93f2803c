package io.cascadeledger.loan.endofday;

import io.cascadeledger.loan.event.DelinquencyChanged;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.DelinquencyBucket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How late a loan is.
 *
 * @param bucket the step of the field
 * @param daysPastDue how many days ago the oldest open instalment fell due, without those of a
 *     pause; zero while grace lasts
 * @param overdueMinor what is open of all instalments that have fallen due before the day
 */
public record Delinquency(DelinquencyBucket bucket, long daysPastDue, long overdueMinor) {

  private static final Delinquency NONE = new Delinquency(DelinquencyBucket.CURRENT, 0, 0);

  /**
   * How late a loan is at the end of a day.
   *
   * @param loan the loan
   * @param day the day; what counts later is left out
   * @return zeros if the ledger does not service the loan
   */
  public static Delinquency of(LoanState loan, LocalDate day) {
    Standing standing = loan.standingOn(day);
    Optional<Servicing> servicing = standing.servicing();
    if (servicing.isEmpty()) {
      return NONE;
    }
    List<OpenInstalment> overdue =
        standing.openInstalments().stream()
            .filter(open -> open.totalMinor() > 0 && open.instalment().due().isBefore(day))
            .toList();
    if (overdue.isEmpty()) {
      return NONE;
    }
    long days = servicing.get().pauses().daysPastDue(overdue.getFirst().instalment().due(), day);
    long late = days > servicing.get().agreed().delinquencyGraceDays() ? days : 0;
    long minor = overdue.stream().mapToLong(OpenInstalment::totalMinor).sum();
    return new Delinquency(DelinquencyBucket.of(late), late, minor);
  }

  /**
   * What is to be said of a loan's delinquency at the end of a day.
   *
   * @return empty if it is in the bucket that was said last, or that was said of a later day
   */
  static Optional<DelinquencyChanged> changed(LoanState loan, CloseLoanDay command) {
    if (loan.isClosed() || command.day().isBefore(loan.delinquencyOn())) {
      return Optional.empty();
    }
    Delinquency now = of(loan, command.day());
    return now.bucket == loan.delinquency()
        ? Optional.empty()
        : Optional.of(
            new DelinquencyChanged(
                command.loan(),
                now.bucket,
                now.daysPastDue,
                now.overdueMinor,
                command.day(),
                command.time().postedAt()));
  }
}
