package io.cascadeledger.loan.schedule;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
      if (!fits(rest, instalment)) {
        return Optional.of("the instalments up to number " + (i + 1) + " sum to too much");
      }
      before = instalment.dueDate();
      principal += instalment.principalMinor();
      total += instalment.totalMinor();
    }
    return principal == principalMinor
        ? Optional.empty()
        : Optional.of(
            "the principal of the instalments is " + principal + " and not " + principalMinor);
  }

  private static boolean fits(long most, ScheduledInstalment instalment) {
    long rest = most;
    for (long part :
        new long[] {
          instalment.principalMinor(),
          instalment.interestMinor(),
          instalment.feesMinor(),
          instalment.penaltiesMinor()
        }) {
      if (part > rest) {
        return false;
      }
      rest -= part;
    }
    return true;
  }

  /**
   * The principal and interest of a schedule that has no fault, as far as it is paid out: the
   * instalments take what is paid out in their order. Those at the end that get nothing fall away;
   * the others keep their interest.
   *
   * @param instalments as supplied
   * @param start the first day of the first period, before the first due date
   * @param principalMinor what is paid out, in minor units
   * @return the schedule, never null
   * @throws IllegalArgumentException if numbers or dates are not in order
   */
  public static RepaymentSchedule of(
      List<ScheduledInstalment> instalments, LocalDate start, long principalMinor) {
    return filled(List.of(), instalments, start, start, principalMinor);
  }

  /**
   * A schedule that goes on with more principal. The instalments that are due on or before the date
   * stay as they are; the later ones take what they had and what is paid out in their order. What
   * they have no room for, because some were due before it was paid out, goes to the last.
   *
   * @param current the schedule until now
   * @param date the day of the disbursement, before the last due date that was supplied
   * @param moreMinor what is paid out, in minor units
   * @param instalments as supplied
   * @return the schedule, never null
   */
  public static RepaymentSchedule after(
      RepaymentSchedule current,
      LocalDate date,
      long moreMinor,
      List<ScheduledInstalment> instalments) {
    List<Instalment> kept = current.dueThrough(date);
    long later = current.totalPrincipalMinor() - principalOf(kept);
    return filled(kept, instalments, current.start(), date, Math.addExact(later, moreMinor));
  }

  /**
   * A schedule whose later instalments are those that the lender has brought since.
   *
   * @param current the schedule until now; what is due on or before the date stays as it is
   * @param date the day of the change
   * @param principalMinor what the later ones repay, in minor units; what they have no room for
   *     goes to the last
   * @param instalments those that stay, and the new ones
   * @return the schedule, never null
   */
  public static RepaymentSchedule refilled(
      RepaymentSchedule current,
      LocalDate date,
      long principalMinor,
      List<ScheduledInstalment> instalments) {
    return filled(current.dueThrough(date), instalments, current.start(), date, principalMinor);
  }

  /**
   * New instalments behind others.
   *
   * @param before those that stay
   * @param more the new ones, numbered from 1
   * @return all of them, numbered from 1
   */
  public static List<ScheduledInstalment> renumbered(
      List<ScheduledInstalment> before, List<ScheduledInstalment> more) {
    List<ScheduledInstalment> all = new ArrayList<>(before);
    for (ScheduledInstalment row : more) {
      all.add(
          new ScheduledInstalment(
              all.size() + 1,
              row.dueDate(),
              row.principalMinor(),
              row.interestMinor(),
              row.feesMinor(),
              row.penaltiesMinor()));
    }
    return all;
  }

  /**
   * A schedule whose later instalments repay less: each in proportion, rounded down, the last the
   * rest. Dates and interest stay.
   *
   * @param current the schedule until now
   * @param date the instalments that are due on or before it stay as they are
   * @param principalMinor what the later ones are to repay, in minor units
   * @return the schedule, never null; the same if it has no later principal
   */
  public static RepaymentSchedule spread(
      RepaymentSchedule current, LocalDate date, long principalMinor) {
    List<Instalment> rows = new ArrayList<>(current.instalments());
    int first = current.firstDueAfter(date);
    long before = principalOf(rows.subList(first, rows.size()));
    if (before == 0) {
      return current;
    }
    long rest = principalMinor;
    for (int i = first; i < rows.size(); i++) {
      Instalment row = rows.get(i);
      long part = i == rows.size() - 1 ? rest : share(row.principalMinor(), principalMinor, before);
      rest -= part;
      rows.set(i, row.with(part, row.interestMinor()));
    }
    return new RepaymentSchedule(rows);
  }

  private static long share(long part, long minor, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(minor))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN)
        .longValueExact();
  }

  private static RepaymentSchedule filled(
      List<Instalment> kept,
      List<ScheduledInstalment> supplied,
      LocalDate start,
      LocalDate date,
      long principalMinor) {
    List<Instalment> rows = new ArrayList<>(kept);
    LocalDate from = kept.isEmpty() ? start : kept.getLast().due();
    long rest = principalMinor;
    int used = 0;
    boolean isCut = false;
    for (ScheduledInstalment row : supplied.subList(kept.size(), supplied.size())) {
      boolean isPast = !row.dueDate().isAfter(date);
      long part = isPast ? 0 : Math.min(rest, row.principalMinor());
      long interest = isPast ? 0 : row.interestMinor();
      rows.add(new Instalment(row.number(), from, row.dueDate(), part, interest));
      rest -= part;
      used = part > 0 ? rows.size() : used;
      isCut |= !isPast && part < row.principalMinor();
      from = row.dueDate();
    }
    if (rest > 0) {
      Instalment last = rows.removeLast();
      rows.add(last.with(last.principalMinor() + rest, last.interestMinor()));
    }
    int least = kept.size() + 1;
    return new RepaymentSchedule(isCut ? rows.subList(0, Math.max(used, least)) : rows);
  }

  private static long principalOf(List<Instalment> rows) {
    return rows.stream().mapToLong(Instalment::principalMinor).sum();
  }
}
