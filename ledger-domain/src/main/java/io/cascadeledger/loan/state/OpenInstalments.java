package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.waterfall.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;

/**
 * Spreads what a loan owes over its instalments. Payments serve the oldest first, so what is open
 * is the newest: it is counted off from the last instalment backwards.
 */
final class OpenInstalments {

  private final List<Instalment> instalments;
  private final IntToLongFunction accruedMinor;
  private final long[] penalties;
  private final long[] fees;
  private final long[] interest;
  private final long[] principal;

  OpenInstalments(List<Instalment> instalments, IntToLongFunction accruedMinor) {
    this.instalments = instalments;
    this.accruedMinor = accruedMinor;
    int count = instalments.size();
    penalties = new long[count];
    fees = new long[count];
    interest = new long[count];
    principal = new long[count];
  }

  List<OpenInstalment> of(LoanBalance balance, List<Charge> charges) {
    spread(balance.principalMinor(), principal, instalments.size() - 1, Instalment::principalMinor);
    spread(balance.interestMinor(), interest, lastWithInterest(), this::accrued);
    charges.forEach(this::place);
    List<OpenInstalment> open = new ArrayList<>(instalments.size());
    for (int i = 0; i < instalments.size(); i++) {
      open.add(
          new OpenInstalment(instalments.get(i), penalties[i], fees[i], interest[i], principal[i]));
    }
    return open;
  }

  private void spread(
      long openMinor, long[] parts, int last, ToLongFunction<Instalment> wholeMinor) {
    long rest = openMinor;
    for (int i = last; i >= 0 && rest > 0; i--) {
      parts[i] = Math.min(rest, wholeMinor.applyAsLong(instalments.get(i)));
      rest -= parts[i];
    }
    if (rest > 0) { // an adjustment has added to what was scheduled or accrued
      parts[last] += rest;
    }
  }

  private long accrued(Instalment instalment) {
    return accruedMinor.applyAsLong(instalment.number());
  }

  private int lastWithInterest() {
    int first = 0;
    for (int i = instalments.size() - 1; i >= 0; i--) {
      if (accrued(instalments.get(i)) > 0) {
        return i;
      }
      first = instalments.get(i).isDownPayment() ? first : i;
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
}
