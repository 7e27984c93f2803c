package io.cascadeledger.loan.posting;

import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.Owed;
import io.cascadeledger.waterfall.OwedInstalment;
import io.cascadeledger.waterfall.Pour;
import java.util.ArrayList;
import java.util.List;

/**
 * What is owed when a part of a credit has been placed already; the oldest instalments have it.
 *
 * @param owed what was owed before
 * @param pour what has been placed
 */
record StillOwed(Owed owed, Pour pour) implements Owed {

  @Override
  public long minor(Component component) {
    return owed.minor(component) - pour.placedMinor(component);
  }

  @Override
  public List<OwedInstalment> instalments() {
    Pour taken = new Pour(Long.MAX_VALUE);
    List<OwedInstalment> left = new ArrayList<>();
    for (OwedInstalment instalment : owed.instalments()) {
      left.add(
          new OwedInstalment(
              instalment.bucket(),
              less(instalment, Component.PENALTIES, taken),
              less(instalment, Component.FEES, taken),
              less(instalment, Component.INTEREST, taken),
              less(instalment, Component.PRINCIPAL, taken)));
    }
    return left;
  }

  private long less(OwedInstalment instalment, Component component, Pour taken) {
    long untaken = pour.placedMinor(component) - taken.placedMinor(component);
    long open = instalment.minor(component);
    return open - taken.into(component, Math.min(untaken, open));
  }
}
