package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Spreads what a loan owes over its instalments. Payments serve the oldest first, so what is open
 * is the newest: it is counted off from the last instalment backwards. A payment on a loan of many
 * instalments must not cost much more than another, so nothing is made for an instalment but sums.
 */
final class OpenInstalments {

  private final List<Instalment> instalments;
  private final long[] penalties;
  private final long[] fees;
  private final long[] interest;
  private final long[] principal;

  /**
   * Spreads.
   *
   * @param instalments all, the earliest due first; at least one has a number
   * @param balance what the loan owes
   * @param charges its open charges
   * @param accruedMinor what was booked of the interest of an instalment's period, by its number
   */
  OpenInstalments(
      List<Instalment> instalments,
      LoanBalance balance,
      List<Charge> charges,
      IntToLongFunction accruedMinor) {
    this.instalments = instalments;
    int count = instalments.size();
    penalties = new long[count];
    fees = new long[count];
    interest = new long[count];
    principal = new long[count];
    spread(
        balance.principalMinor(), principal, count - 1, i -> instalments.get(i).principalMinor());
    spread(
        balance.interestMinor(),
        interest,
        lastWithInterest(accruedMinor),
        i -> accruedMinor.applyAsLong(instalments.get(i).number()));
    charges.forEach(this::place);
  }

  private static void spread(long openMinor, long[] parts, int last, IntToLongFunction wholeMinor) {
    long rest = openMinor;
    for (int i = last; i >= 0 && rest > 0; i--) {
      parts[i] = Math.min(rest, wholeMinor.applyAsLong(i));
      rest -= parts[i];
    }
    if (rest > 0) { // an adjustment has added to what was scheduled or accrued
      parts[last] += rest;
    }
  }

  private int lastWithInterest(IntToLongFunction accruedMinor) {
    int first = 0;
    for (int i = instalments.size() - 1; i >= 0; i--) {
      Instalment instalment = instalments.get(i);
      if (accruedMinor.applyAsLong(instalment.number()) > 0) {
        return i;
      }
      first = instalment.isDownPayment() ? first : i;
    }
    return first;
  }

  private void place(Charge charge) {
    int i = Instalment.placeOf(instalments, charge.dueDate());
    if (charge.component() == Component.FEES) {
      fees[i] += charge.openMinor();
    } else {
      penalties[i] += charge.openMinor();
    }
  }

  int count() {
    return instalments.size();
  }

  /** When an instalment falls due, by its index. */
  LocalDate due(int index) {
    return instalments.get(index).due();
  }

  /** What is open of a component of an instalment, by its index. */
  long minor(int index, Component component) {
    return switch (component) {
      case PENALTIES -> penalties[index];
      case FEES -> fees[index];
      case INTEREST -> interest[index];
      case PRINCIPAL -> principal[index];
    };
  }

  /** All that is open of an instalment, by its index. */
  long totalMinor(int index) {
    return penalties[index] + fees[index] + interest[index] + principal[index];
  }

  /** All instalments in their order, also those that are paid. */
  List<OpenInstalment> all() {
    List<OpenInstalment> all = new ArrayList<>(count());
    for (int i = 0; i < count(); i++) {
      all.add(
          new OpenInstalment(instalments.get(i), penalties[i], fees[i], interest[i], principal[i]));
    }
    return all;
  }
}
