package io.cascadeledger.loan.view;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schedule of a loan with what was paid of each instalment and when. The loan's history is gone
 * through from the beginning; whatever makes less of an instalment open has paid it, whether a
 * payment, a waiver or money out of suspense.
 */
public final class ScheduleView {

  private final Map<Integer, Paid> paid = new HashMap<>();

  /** Instalments that were paid from the end and are no longer scheduled, by their numbers. */
  private final SortedMap<Integer, Instalment> gone = new TreeMap<>();

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

    /** What was paid last is taken back first. */
    private void takeBack(Allocation part) {
      Allocation afterLate = part.less(late);
      Allocation afterOnTime = afterLate.less(onTime);
      late = late.less(part);
      onTime = onTime.less(afterLate);
      inAdvance = inAdvance.less(afterOnTime);
    }

    private Allocation all() {
      return inAdvance.plus(onTime).plus(late);
    }
  }

  /**
   * The schedule as it is now.
   *
   * @param loan the loan
   * @return its instalments in order, also those that a payment has taken off the end; none if the
   *     ledger does not service it or nothing was disbursed
   */
  public static List<InstalmentView> of(LoanState loan) {
    ScheduleView view = new ScheduleView();
    Standing standing = loan.beginning();
    for (Movement movement : loan.history()) {
      if (movement.allocation() == null) {
        standing.apply(movement);
      } else {
        Map<Integer, OpenInstalment> before = open(standing);
        standing.apply(movement);
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
    standing.openInstalments().forEach(it -> open.put(it.instalment().number(), it));
    return open;
  }

  private void compare(
      Map<Integer, OpenInstalment> before, Map<Integer, OpenInstalment> after, LocalDate date) {
    before.forEach(
        (number, was) -> {
          OpenInstalment is = after.get(number);
          if (is == null) {
            gone.put(number, was.instalment());
          }
          Allocation still = is == null ? Allocation.NONE : whole(is);
          Paid parts = paid.computeIfAbsent(number, _ -> new Paid());
          parts.takeBack(still.less(whole(was)));
          parts.add(date.compareTo(was.instalment().due()), whole(was).less(still));
        });
  }

  private static Allocation whole(OpenInstalment open) {
    return new Allocation(
        open.penaltiesMinor(), open.feesMinor(), open.interestMinor(), open.principalMinor(), 0);
  }

  private static InstalmentView paidOff(Instalment instalment, Paid parts) {
    return new InstalmentView(
        instalment, parts.all(), parts.inAdvance, parts.onTime, parts.late, Allocation.NONE);
  }

  private List<InstalmentView> rows(RepaymentSchedule schedule, Standing standing) {
    Map<Integer, OpenInstalment> open = open(standing);
    List<InstalmentView> rows = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      Paid parts = paid.getOrDefault(instalment.number(), new Paid());
      Allocation owed = whole(open.get(instalment.number()));
      Allocation known = parts.all().plus(owed);
      boolean isAhead = instalment.due().isAfter(standing.date());
      boolean earns = isAhead && standing.balance().principalMinor() > 0;
      long forecast = earns ? instalment.interestMinor() : 0;
      long interest = Math.max(forecast, known.interestMinor());
      Allocation due =
          new Allocation(
              known.penaltiesMinor(), known.feesMinor(), interest, known.principalMinor(), 0);
      rows.add(
          new InstalmentView(
              instalment, due, parts.inAdvance, parts.onTime, parts.late, due.less(parts.all())));
    }
    gone.tailMap(rows.size() + 1).values().stream()
        .filter(it -> paid.get(it.number()).all().appliedMinor() > 0)
        .map(it -> paidOff(it, paid.get(it.number())))
        .forEach(rows::add);
    return rows;
  }
}
