package io.cascadeledger.loan.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What falls due on one day of a schedule. Its period begins on {@code from} and ends the day
 * before {@code due}. A down payment stands beside the schedule and has no period.
 *
 * @param number its place, from 1; 0 for a down payment
 * @param from the first day of its period, not null
 * @param due when it falls due, after {@code from}, not null; a down payment on the same day
 * @param principalMinor the principal in it, in minor units, zero or more
 * @param interestMinor the interest in it, in minor units, zero or more
 */
public record Instalment(
    int number, LocalDate from, LocalDate due, long principalMinor, long interestMinor) {

  public Instalment {
    Objects.requireNonNull(from, "from must not be null");
    if (number < 0 || (number == 0 ? !due.equals(from) : !due.isAfter(from))) {
      throw new IllegalArgumentException(
          "instalment " + number + " can not last from " + from + " to " + due + ".");
    }
    if (principalMinor < 0 || interestMinor < 0) {
      throw new IllegalArgumentException("instalment " + number + " has an amount below zero.");
    }
  }

  /**
   * A down payment.
   *
   * @param date the day of the disbursement, on which it falls due
   * @param minor its amount, in minor units
   */
  public static Instalment downPayment(LocalDate date, long minor) {
    return new Instalment(0, date, date, minor, 0);
  }

  /** Whether it is a down payment, which stands beside the numbered instalments. */
  public boolean isDownPayment() {
    return number == 0;
  }

  /**
   * The same with other amounts.
   *
   * @param principal its principal, in minor units
   * @param interest its interest, in minor units
   */
  public Instalment with(long principal, long interest) {
    return new Instalment(number, from, due, principal, interest);
  }

  /** Principal and interest together, in minor units. */
  public long totalMinor() {
    return Math.addExact(principalMinor, interestMinor);
  }

  /**
   * Which instalment a charge belongs to: that which falls due on its day or next; a down payment
   * only if it falls due on its day.
   *
   * @param instalments the instalments, the earliest due first; at least one has a number
   * @param dueDate when the charge falls due
   * @return the instalment's index; that of the last numbered one if none falls due later
   */
  public static int placeOf(List<Instalment> instalments, LocalDate dueDate) {
    int last = 0;
    for (int i = 0; i < instalments.size(); i++) {
      Instalment instalment = instalments.get(i);
      if (instalment.isDownPayment()) {
        if (instalment.due().equals(dueDate)) {
          return i;
        }
      } else if (!instalment.due().isBefore(dueDate)) {
        return i;
      } else {
        last = i;
      }
    }
    return last;
  }
}
