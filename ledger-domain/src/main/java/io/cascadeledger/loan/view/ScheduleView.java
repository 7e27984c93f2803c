package io.cascadeledger.loan.view;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.waterfall.Allocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schedule of a loan with what was paid of each instalment and when. The loan's history is gone
 * through from the beginning; whatever makes less of an instalment open has paid it, whether a
 * payment, a waiver or money out of suspense.
 */
public final class ScheduleView {

  private final Map<Integer, Paid> paid = new HashMap<>();

  private ScheduleView() {}

  /** What was paid of an instalment, by when. */
  private static final class Paid {
    private Allocation inAdvance = Allocation.NONE;
    private Allocation onTime = Allocation.NONE;
    private Allocation late = Allocation.NONE;

    private void add(int when, Allocation part) {
      if (when < 0) {
        inAdvance = inAdvance.plus(part);
      } else if (when == 0) {
        onTime = onTime.plus(part);
      } else {
        late = late.plus(part);
      }
    }

    private Allocation all() {
      return inAdvance.plus(onTime).plus(late);
    }
  }

  /**
   * The schedule as it is now.
   *
   * @param loan the loan
   * @return its instalments in order; none if the ledger does not service it or nothing was
   *     disbursed
   */
  public static List<InstalmentView> of(LoanState loan) {
    ScheduleView view = new ScheduleView();
    Standing standing = loan.beginning();
    for (Movement movement : loan.history()) {
      Map<Integer, OpenInstalment> before = open(standing);
      standing.apply(movement);
      if (movement.allocation() != null) {
        view.compare(before, open(standing), movement.effectiveDate());
      }
    }
    return standing
        .servicing()
        .flatMap(Servicing::schedule)
        .map(schedule -> view.rows(schedule, standing))
        .orElse(List.of());
  }

  private static Map<Integer, OpenInstalment> open(Standing standing) {
    Map<Integer, OpenInstalment> open = new HashMap<>();
    LoanBalance balance = standing.balance();
    standing
        .servicing()
        .map(it -> it.open(balance, standing.charges()))
        .orElse(List.of())
        .forEach(it -> open.put(it.instalment().number(), it));
    return open;
  }

  private void compare(
      Map<Integer, OpenInstalment> before, Map<Integer, OpenInstalment> after, LocalDate date) {
    before.forEach(
        (number, was) -> {
          OpenInstalment is = after.get(number);
          Allocation part = is == null ? whole(was) : less(was, is);
          if (part.appliedMinor() > 0) {
            paid.computeIfAbsent(number, _ -> new Paid())
                .add(date.compareTo(was.instalment().due()), part);
          }
        });
  }

  private static Allocation whole(OpenInstalment open) {
    return new Allocation(
        open.penaltiesMinor(), open.feesMinor(), open.interestMinor(), open.principalMinor(), 0);
  }

  private static Allocation less(OpenInstalment was, OpenInstalment is) {
    return whole(was).less(whole(is));
  }

  private List<InstalmentView> rows(RepaymentSchedule schedule, Standing standing) {
    Map<Integer, OpenInstalment> open = open(standing);
    List<InstalmentView> rows = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      Paid parts = paid.getOrDefault(instalment.number(), new Paid());
      Allocation owed = whole(open.get(instalment.number()));
      Allocation known = parts.all().plus(owed);
      boolean isAhead = instalment.due().isAfter(standing.date());
      long forecast = isAhead ? instalment.interestMinor() : 0;
      long interest = Math.max(forecast, known.interestMinor());
      Allocation due =
          new Allocation(
              known.penaltiesMinor(), known.feesMinor(), interest, known.principalMinor(), 0);
      rows.add(
          new InstalmentView(
              instalment, due, parts.inAdvance, parts.onTime, parts.late, due.less(parts.all())));
    }
    return rows;
  }
}
