package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.InterestMeter;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.schedule.ScheduleGenerator;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.schedule.SuppliedSchedule;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.FutureInstalments;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schedule and the interest of a loan that the ledger services, up to one point of its history.
 */
public final class Servicing {

  /** How earned interest is rounded when it is booked. */
  private static final RoundingMode BOOKED = RoundingMode.HALF_EVEN;

  private final ServicingTerms agreed;
  private ScheduleTerms terms;
  private RepaymentSchedule schedule;
  private InterestMeter meter;
  private long bookedMinor;
  private boolean left;

  /** What was booked of the interest of each instalment's period, by the instalment's number. */
  private final Map<Integer, Long> accrued = new HashMap<>();

  Servicing(ServicingTerms agreed, ScheduleTerms terms) {
    this.agreed = agreed;
    this.terms = terms;
  }

  /** Principal was paid out; the schedule begins, or goes on with more principal. */
  void disbursed(LocalDate date, long minor, LoanBalance before) {
    if (schedule == null) {
      schedule =
          agreed.schedule() == null
              ? ScheduleGenerator.generate(terms, date, minor)
              : SuppliedSchedule.of(agreed.schedule(), date);
      meter = InterestMeter.start(terms, date, schedule);
    } else if (agreed.schedule() == null) {
      amortize(date, before.principalMinor(), minor);
    }
  }

  /** The terms change from a day on; what is not due yet is computed anew. */
  void changed(LocalDate date, TermsChange change, LoanBalance balance) {
    terms = terms.with(change);
    if (schedule != null) {
      amortize(date, balance.principalMinor(), 0);
    }
  }

  /** A payment has paid more principal than was due: the rest of the schedule is made to fit. */
  void paid(LocalDate date, FutureInstalments future, LoanBalance before, LoanBalance after) {
    if (schedule == null || future == FutureInstalments.NEXT_FIRST) {
      return;
    }
    long paid = before.principalMinor() - after.principalMinor();
    long advance = paid - openOf(schedule.dueThrough(date), before.principalMinor());
    if (advance <= 0) {
      return;
    }
    switch (future) {
      case REAMORTIZE -> amortize(date, after.principalMinor(), 0);
      case LAST_FIRST -> shorten(date, advance);
      case NEXT_FIRST -> throw new IllegalStateException("nothing is to be done");
    }
  }

  /** Whether a disbursement on a day leaves an instalment to pay it back with. */
  boolean takesDisbursement(LocalDate date) {
    if (schedule != null) {
      return date.isBefore(schedule.end());
    }
    return date.isBefore(
        agreed.schedule() == null ? terms.firstDueDate() : agreed.schedule().getFirst().dueDate());
  }

  /** Whether a day leaves an instalment of which so many are to be, to be computed anew. */
  boolean leavesInstalment(LocalDate date, int count) {
    return schedule == null || schedule.dueThrough(date).size() < count;
  }

  /** With no instalment left, what is scheduled stays, and interest goes on by the new terms. */
  private void amortize(LocalDate date, long outstandingMinor, long moreMinor) {
    List<Instalment> due = schedule.dueThrough(date);
    if (leavesInstalment(date, terms.instalmentCount())) {
      long unbilled = outstandingMinor - openOf(due, outstandingMinor) + moreMinor;
      schedule = ScheduleGenerator.after(schedule, date, unbilled, unbilledInterest(due), terms);
      meter = meter.with(terms, schedule);
    } else if (isDaily()) {
      meter = meter.with(terms, null);
    }
  }

  /** Interest of the instalments that fall away is earned no more. */
  private void shorten(LocalDate date, long principalMinor) {
    schedule = schedule.withoutLast(date, principalMinor);
    if (!isDaily()) {
      meter = meter.with(terms, schedule);
    }
  }

  /**
   * What is unpaid of the principal of instalments that are due, when the oldest are paid first.
   */
  private long openOf(List<Instalment> due, long principalMinor) {
    long ofDue = due.stream().mapToLong(Instalment::principalMinor).sum();
    long later = schedule.totalPrincipalMinor() - ofDue;
    return Math.clamp(principalMinor - later, 0, ofDue);
  }

  /** What was earned and is in none of the instalments that are due. */
  private long unbilledInterest(List<Instalment> due) {
    long billed =
        due.stream()
            .mapToLong(it -> isDaily() ? accruedMinor(it.number()) : it.interestMinor())
            .sum();
    return Math.max(0, meter.earnedMinor(BOOKED) - billed);
  }

  /** Counts the days up to a movement on which a principal was outstanding. */
  void moveTo(LocalDate date, long principalMinor) {
    if (meter != null && date.isAfter(meter.through())) {
      meter = meter.through(date, principalMinor);
    }
  }

  private LocalDate later(LocalDate date) {
    return date.isBefore(meter.through()) ? meter.through() : date;
  }

  /** Interest was booked for the days up to and including a date. */
  void booked(LocalDate date, long minor) {
    bookedMinor += minor;
    if (schedule != null) {
      schedule.payerOfInterest(date).ifPresent(it -> accrued.merge(it.number(), minor, Long::sum));
    }
  }

  /** What is outstanding now: on nothing, nothing is earned, whatever the schedule says. */
  void outstanding(long principalMinor) {
    if (meter == null || left || isDaily()) {
      return;
    }
    if (principalMinor == 0) {
      meter = meter.stop();
    } else if (meter.stopped()) {
      meter = meter.resume();
    }
  }

  /** The loan has left the books: nothing is earned any more. */
  void stop() {
    left = true;
    meter = meter == null ? null : meter.stop();
  }

  /**
   * The interest that is earned and not booked at the end of a day.
   *
   * @param date the day, not before the last movement
   * @param principalMinor what is outstanding at the end of it
   * @return minor units; zero before the first disbursement
   */
  public long unbookedMinor(LocalDate date, long principalMinor) {
    if (meter == null) {
      return 0;
    }
    LocalDate end = later(date.plusDays(1));
    return meter.through(end, principalMinor).earnedMinor(BOOKED) - bookedMinor;
  }

  /** The terms in force. */
  public ScheduleTerms terms() {
    return terms;
  }

  /** What was agreed when the loan was opened. */
  public ServicingTerms agreed() {
    return agreed;
  }

  /** The schedule in force; empty before the first disbursement. */
  public Optional<RepaymentSchedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /** What was booked of the interest of an instalment's period, in minor units. */
  public long accruedMinor(int number) {
    return accrued.getOrDefault(number, 0L);
  }

  /** Whether interest depends on what is outstanding day by day. */
  public boolean isDaily() {
    return terms.interestMethod() == InterestMethod.DECLINING_BALANCE_DAILY;
  }

  /** The number of the last of the first instalments in whose period interest was booked, or 1. */
  int lastAccrued(int count) {
    int last = 1;
    for (Map.Entry<Integer, Long> period : accrued.entrySet()) {
      if (period.getKey() > last && period.getKey() <= count && period.getValue() > 0) {
        last = period.getKey();
      }
    }
    return last;
  }

  /**
   * What is open of each instalment when the oldest parts have been paid first; only with a
   * schedule.
   *
   * @param balance what the loan owes
   * @param charges its open charges
   */
  OpenInstalments open(LoanBalance balance, List<Charge> charges) {
    return new OpenInstalments(schedule, balance, charges, this);
  }
}
