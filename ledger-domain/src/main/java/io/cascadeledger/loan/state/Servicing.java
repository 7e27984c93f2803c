package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.InterestMeter;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.FutureInstalments;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The schedule and the interest of a loan that the ledger services, up to one point of its history.
 */
public final class Servicing {

  /** How earned interest is rounded when it is booked. */
  private static final RoundingMode BOOKED = RoundingMode.HALF_EVEN;

  private final Plan plan;
  private final ChargeFacts facts = new ChargeFacts();
  private InterestMeter meter;
  private long bookedMinor;
  private boolean left;

  Servicing(ServicingTerms agreed, ScheduleTerms terms) {
    this.plan = new Plan(agreed, terms);
  }

  /** Principal was paid out; the schedule begins, or goes on with more principal. */
  void disbursed(UUID entryId, LocalDate date, long minor, LoanBalance before) {
    long down = plan.downPaymentOf(minor);
    if (plan.schedule() == null) {
      plan.begin(date, minor - down);
      meter = InterestMeter.start(plan.terms(), date, plan.schedule());
    } else if (plan.isSupplied()) {
      plan.refill(date, minor);
      bySchedule();
    } else {
      amortize(date, before.principalMinor(), minor - down);
    }
    plan.addDownPayment(date, down);
    facts.disbursed(entryId, minor);
  }

  /**
   * The terms change from a day on; what is not due yet is computed anew.
   *
   * @return when falls due what was due before; empty if that stays due
   */
  Optional<LocalDate> changed(
      LocalDate date, TermsChange change, LoanBalance balance, List<Charge> charges) {
    if (change.schedule() != null) {
      return resupplied(date, change, open(balance, charges).all());
    }
    Reage reage = plan.reageBy(change, date);
    if (reage == null) {
      plan.change(plan.terms().with(change));
      if (plan.schedule() != null) {
        amortize(date, balance.principalMinor(), 0);
      }
      return Optional.empty();
    }
    ScheduleTerms terms = plan.terms().with(change, reage, plan.instalmentsDue(date));
    if (plan.schedule() == null) {
      plan.change(terms);
      return Optional.empty();
    }
    new Rearrangement(plan, date, open(balance, charges).all())
        .reage(meter.earnedMinor(BOOKED), terms);
    meter = meter.with(terms, plan.schedule());
    return Optional.of(reage.firstDueDate());
  }

  private Optional<LocalDate> resupplied(
      LocalDate date, TermsChange change, List<OpenInstalment> open) {
    new Rearrangement(plan, date, open).resupply(change);
    if (plan.schedule() == null) {
      return Optional.empty();
    }
    meter = meter.with(plan.terms(), plan.schedule());
    return change.schedule().overdueFallsDue();
  }

  /** A payment has paid more principal than was due: the rest of the schedule is made to fit. */
  void paid(LocalDate date, FutureInstalments future, LoanBalance before, LoanBalance after) {
    if (plan.schedule() == null || future == FutureInstalments.NEXT_FIRST) {
      return;
    }
    long paid = before.principalMinor() - after.principalMinor();
    long advance = paid - plan.openOfDue(date, before.principalMinor());
    if (advance <= 0) {
      return;
    }
    switch (future) {
      case REAMORTIZE -> amortize(date, after.principalMinor(), 0);
      case LAST_FIRST -> {
        plan.shorten(date, advance);
        bySchedule();
      }
      case NEXT_FIRST -> throw new IllegalStateException("nothing is to be done");
    }
  }

  /** Interest of instalments that have come or gone is earned, or no more. */
  private void bySchedule() {
    if (!isDaily()) {
      meter = meter.with(plan.terms(), plan.schedule());
    }
  }

  /** Whether a disbursement on a day leaves an instalment to pay it back with. */
  public boolean takesDisbursement(LocalDate date) {
    return plan.takesDisbursement(date);
  }

  /** Whether a day leaves an instalment of which so many are to be, to be computed anew. */
  public boolean leavesInstalment(LocalDate date, int count) {
    return plan.schedule() == null || plan.instalmentsDue(date) < count;
  }

  /** Whether a change of terms leaves no more instalments than a schedule may have. */
  public boolean takes(Movement termsChange) {
    return plan.takes(termsChange.instruction().change(), termsChange.effectiveDate());
  }

  /** How many instalments are due on or before a day. */
  public int instalmentsDue(LocalDate date) {
    return plan.instalmentsDue(date);
  }

  /** With no instalment left, what is scheduled stays, and interest goes on by the new terms. */
  private void amortize(LocalDate date, long outstandingMinor, long moreMinor) {
    if (leavesInstalment(date, plan.terms().instalmentCount())) {
      long unbilled = outstandingMinor - plan.openOfDue(date, outstandingMinor) + moreMinor;
      long earned = meter.earnedMinor(BOOKED);
      plan.amortize(date, unbilled, Math.max(0, earned - plan.billedInterestMinor(date)));
      meter = meter.with(plan.terms(), plan.schedule());
    } else if (isDaily()) {
      meter = meter.with(plan.terms(), null);
    }
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
    plan.booked(date, minor);
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

  /** The loan has left the books: nothing is earned or charged any more. */
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

  /** What the terms charge where the loan stands. */
  DueCharges charges(LoanBalance balance, List<Charge> open) {
    return new DueCharges(this, left ? null : plan, balance, open);
  }

  /** What has happened on which charges depend. */
  ChargeFacts facts() {
    return facts;
  }

  /** The terms in force. */
  public ScheduleTerms terms() {
    return plan.terms();
  }

  /** What was agreed when the loan was opened. */
  public ServicingTerms agreed() {
    return plan.agreed();
  }

  /** The pauses that are known. */
  public Pauses pauses() {
    return facts.pauses();
  }

  /** The schedule in force; empty before the first disbursement. */
  public Optional<RepaymentSchedule> schedule() {
    return Optional.ofNullable(plan.schedule());
  }

  /** What was booked of the interest of an instalment's period, in minor units. */
  public long accruedMinor(int number) {
    return plan.accruedMinor(number);
  }

  /** Whether interest depends on what is outstanding day by day. */
  public boolean isDaily() {
    return plan.isDaily();
  }

  /**
   * What is open of each instalment when the oldest parts have been paid first; only with a
   * schedule.
   *
   * @param balance what the loan owes
   * @param charges its open charges
   */
  OpenInstalments open(LoanBalance balance, List<Charge> charges) {
    return new OpenInstalments(plan.instalments(), balance, charges, plan::accruedMinor);
  }
}
