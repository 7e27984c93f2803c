package io.cascadeledger.loan.view;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.state.DueCharge;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The schedule of a loan with what was paid of each instalment and when. The loan's history is gone
 * through from the beginning; whatever makes less of an instalment open has paid it, whether a
 * payment, a waiver or money out of suspense.
 */
public final class ScheduleView {

  private final Map<Place, Paid> paid = new HashMap<>();

  /** Instalments that were paid from the end and are no longer scheduled, by their numbers. */
  private final SortedMap<Integer, Instalment> gone = new TreeMap<>();

  /**
   * What an instalment is known by: its number, or the day of a down payment.
   *
   * @param number the number; 0 for a down payment
   * @param downPaymentOn the day; null for an instalment with a number
   */
  private record Place(int number, LocalDate downPaymentOn) {

    private static Place of(Instalment instalment) {
      return new Place(instalment.number(), instalment.isDownPayment() ? instalment.due() : null);
    }
  }

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
        Map<Place, OpenInstalment> before = open(standing);
        standing.apply(movement);
        view.compare(before, open(standing), movement.effectiveDate());
      }
    }
    return standing
        .servicing()
        .flatMap(Servicing::schedule)
        .map(schedule -> view.rows(standing, forecast(loan, standing)))
        .orElse(List.of());
  }

  private static Map<Place, OpenInstalment> open(Standing standing) {
    Map<Place, OpenInstalment> open = new HashMap<>();
    standing.openInstalments().forEach(it -> open.put(Place.of(it.instalment()), it));
    return open;
  }

  private void compare(
      Map<Place, OpenInstalment> before, Map<Place, OpenInstalment> after, LocalDate date) {
    before.forEach(
        (number, was) -> {
          OpenInstalment is = after.get(number);
          if (is == null && !was.instalment().isDownPayment()) {
            gone.put(was.instalment().number(), was.instalment());
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

  private List<InstalmentView> rows(Standing standing, Map<Place, Allocation> forecast) {
    List<InstalmentView> rows = new ArrayList<>();
    for (OpenInstalment open : standing.openInstalments()) {
      Instalment instalment = open.instalment();
      Place place = Place.of(instalment);
      Paid parts = paid.getOrDefault(place, new Paid());
      Allocation known =
          parts.all().plus(whole(open)).plus(forecast.getOrDefault(place, Allocation.NONE));
      boolean isAhead = instalment.due().isAfter(standing.date());
      boolean earns = isAhead && standing.balance().principalMinor() > 0;
      long interest = Math.max(earns ? instalment.interestMinor() : 0, known.interestMinor());
      Allocation due =
          new Allocation(
              known.penaltiesMinor(), known.feesMinor(), interest, known.principalMinor(), 0);
      rows.add(
          new InstalmentView(
              instalment, due, parts.inAdvance, parts.onTime, parts.late, due.less(parts.all())));
    }
    int scheduled =
        standing.servicing().flatMap(Servicing::schedule).orElseThrow().instalments().size();
    gone.tailMap(scheduled + 1).values().stream()
        .filter(it -> paid.get(Place.of(it)).all().appliedMinor() > 0)
        .map(it -> paidOff(it, paid.get(Place.of(it))))
        .forEach(rows::add);
    return rows;
  }

  /** What was agreed to be charged and is not booked yet, by its instalment. */
  private static Map<Place, Allocation> forecast(LoanState loan, Standing standing) {
    Set<ChargeBasis> made = new HashSet<>();
    Stream.concat(loan.history().stream(), loan.undone())
        .filter(it -> it.instruction() != null && it.books())
        .forEach(it -> made.add(it.instruction().charge()));
    List<Instalment> instalments =
        standing.openInstalments().stream().map(OpenInstalment::instalment).toList();
    Map<Place, Allocation> forecast = new HashMap<>();
    for (DueCharge due :
        standing.dueCharges().orElseThrow().agreedFrom(loan.chargesUnbookedFrom())) {
      if (!made.contains(due.basis())) {
        boolean isFee = due.basis().component() == Component.FEES;
        forecast.merge(
            Place.of(instalments.get(Instalment.placeOf(instalments, due.basis().dueDate()))),
            new Allocation(isFee ? 0 : due.minor(), isFee ? due.minor() : 0, 0, 0, 0),
            Allocation::plus);
      }
    }
    return forecast;
  }
}
