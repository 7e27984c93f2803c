package io.cascadeledger.loan.state;

import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.DueBucket;
import io.cascadeledger.waterfall.Owed;
import io.cascadeledger.waterfall.OwedInstalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loan with a schedule owes on a day.
 *
 * @param balance all that it owes
 * @param servicing its schedule
 * @param charges its open charges
 * @param on the day
 */
record ScheduledOwed(LoanBalance balance, Servicing servicing, List<Charge> charges, LocalDate on)
    implements Owed {

  @Override
  public long minor(Component component) {
    return balance.minor(component);
  }

  @Override
  public List<OwedInstalment> instalments() {
    OpenInstalments open = servicing.open(balance, charges);
    List<OwedInstalment> owed = new ArrayList<>();
    for (int i = 0; i < open.count(); i++) {
      if (open.totalMinor(i) > 0) {
        owed.add(
            new OwedInstalment(
                bucket(open.due(i)),
                open.minor(i, Component.PENALTIES),
                open.minor(i, Component.FEES),
                open.minor(i, Component.INTEREST),
                open.minor(i, Component.PRINCIPAL)));
      }
    }
    return owed;
  }

  private DueBucket bucket(LocalDate due) {
    int order = due.compareTo(on);
    return order < 0 ? DueBucket.PAST_DUE : order == 0 ? DueBucket.DUE : DueBucket.IN_ADVANCE;
  }
}
