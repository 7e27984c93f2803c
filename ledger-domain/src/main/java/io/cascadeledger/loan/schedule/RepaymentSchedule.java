package io.cascadeledger.loan.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instalments of a loan: numbered from 1, each period beginning where the one before ends.
 * Immutable.
 *
 * @param instalments one or more, first due first
 */
public record RepaymentSchedule(List<Instalment> instalments) {

  /**
   * Checks the shape of the schedule.
   *
   * @throws IllegalArgumentException if it has no instalments, or a number or a period is missing
   * @throws ArithmeticException if the sum of all does not fit a {@code long}
   */
  public RepaymentSchedule {
    instalments = List.copyOf(instalments);
    if (instalments.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one instalment.");
    }
    long total = 0;
    LocalDate from = instalments.getFirst().from();
    for (int i = 0; i < instalments.size(); i++) {
      Instalment instalment = instalments.get(i);
      if (instalment.number() != i + 1 || !instalment.from().equals(from)) {
        throw new IllegalArgumentException("instalment " + (i + 1) + " is not " + instalment + ".");
      }
      from = instalment.due();
      total = Math.addExact(total, instalment.totalMinor());
    }
  }

  /** The first day of the first period: no interest is earned before it. */
  public LocalDate start() {
    return instalments.getFirst().from();
  }

  /** When the last instalment falls due. */
  public LocalDate end() {
    return instalments.getLast().due();
  }

  /** The principal of all instalments, in minor units. */
  public long totalPrincipalMinor() {
    return instalments.stream().mapToLong(Instalment::principalMinor).sum();
  }

  /** The interest of all instalments, in minor units. */
  public long totalInterestMinor() {
    return instalments.stream().mapToLong(Instalment::interestMinor).sum();
  }

  /** Principal and interest of all instalments, in minor units. */
  public long totalMinor() {
    return totalPrincipalMinor() + totalInterestMinor();
  }

  /**
   * The instalments that are due on or before a day.
   *
   * @param date the day
   * @return first due first; may be empty
   */
  public List<Instalment> dueThrough(LocalDate date) {
    return instalments.subList(0, firstDueAfter(date));
  }

  /**
   * The instalment that falls due next.
   *
   * @param date the day; what is due on it is not next any more
   * @return empty if the last one is due
   */
  public Optional<Instalment> nextAfter(LocalDate date) {
    int index = firstDueAfter(date);
    return index < instalments.size() ? Optional.of(instalments.get(index)) : Optional.empty();
  }

  /**
   * The instalment whose period a day is in: due dates belong to the period that they begin.
   *
   * @param date the day
   * @return empty before the first period and from the last due date on
   */
  public Optional<Instalment> ofPeriod(LocalDate date) {
    return date.isBefore(start()) ? Optional.empty() : nextAfter(date);
  }

  /**
   * This schedule with less principal in its last instalments, so that it ends earlier: what has no
   * principal left at the end falls away.
   *
   * @param date instalments that are due on or before it stay as they are
   * @param principalMinor how much principal is taken away, from the last instalment backwards
   * @return the shorter schedule
   */
  public RepaymentSchedule withoutLast(LocalDate date, long principalMinor) {
    int kept = firstDueAfter(date);
    List<Instalment> rows = new ArrayList<>(instalments);
    long rest = principalMinor;
    for (int i = rows.size() - 1; i >= kept && rest > 0; i--) {
      Instalment row = rows.get(i);
      long part = Math.min(rest, row.principalMinor());
      rest -= part;
      if (part == row.principalMinor() && i > 0) {
        rows.remove(i);
      } else {
        rows.set(
            i,
            new Instalment(
                row.number(),
                row.from(),
                row.due(),
                row.principalMinor() - part,
                row.interestMinor()));
      }
    }
    return new RepaymentSchedule(rows);
  }

  /** The index of the first instalment that is due after a day; their number if none is. */
  int firstDueAfter(LocalDate date) {
    int low = 0;
    int high = instalments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (instalments.get(middle).due().isAfter(date)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
