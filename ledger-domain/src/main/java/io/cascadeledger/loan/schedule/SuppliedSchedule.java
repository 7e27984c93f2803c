package io.cascadeledger.loan.schedule;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule that the lender brings. Its principal and interest become a {@link RepaymentSchedule};
 * its fees and penalties are charges of the loan.
 */
public final class SuppliedSchedule {
  private SuppliedSchedule() {}

  /**
   * What is wrong with a schedule, in words for the one who sent it.
   *
   * @param instalments as supplied
   * @param start the first day of the first period
   * @param principalMinor what the instalments repay together, in minor units
   * @return the first fault found, or empty if there is none
   */
  public static Optional<String> fault(
      List<ScheduledInstalment> instalments, LocalDate start, long principalMinor) {
    if (instalments.isEmpty()) {
      return Optional.of("a schedule has at least one instalment");
    }
    if (instalments.size() > Limits.INSTALMENTS) {
      return Optional.of("a schedule has at most " + Limits.INSTALMENTS + " instalments");
    }
    LocalDate before = start;
    long total = 0;
    long principal = 0;
    for (int i = 0; i < instalments.size(); i++) {
      ScheduledInstalment instalment = instalments.get(i);
      if (instalment.number() != i + 1) {
        return Optional.of("instalment " + (i + 1) + " has the number " + instalment.number());
      }
      if (!instalment.dueDate().isAfter(before)) {
        return Optional.of(
            "instalment "
                + (i + 1)
                + " is due on "
                + instalment.dueDate()
                + ", not after "
                + before);
      }
      long rest = Limits.BALANCE_MINOR - total;
      if (instalment.principalMinor() > rest
          || instalment.interestMinor() > rest - instalment.principalMinor()) {
        return Optional.of("the instalments up to number " + (i + 1) + " sum to too much");
      }
      before = instalment.dueDate();
      principal += instalment.principalMinor();
      total += instalment.principalMinor() + instalment.interestMinor();
    }
    return principal == principalMinor
        ? Optional.empty()
        : Optional.of(
            "the principal of the instalments is " + principal + " and not " + principalMinor);
  }

  /**
   * The principal and interest of a schedule that has no fault.
   *
   * @param instalments as supplied
   * @param start the first day of the first period
   * @return the schedule, never null
   * @throws IllegalArgumentException if numbers or dates are not in order
   */
  public static RepaymentSchedule of(List<ScheduledInstalment> instalments, LocalDate start) {
    List<Instalment> rows = new ArrayList<>();
    LocalDate from = start;
    for (ScheduledInstalment instalment : instalments) {
      rows.add(
          new Instalment(
              instalment.number(),
              from,
              instalment.dueDate(),
              instalment.principalMinor(),
              instalment.interestMinor()));
      from = instalment.dueDate();
    }
    return new RepaymentSchedule(rows);
  }
}
