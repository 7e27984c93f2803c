package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.schedule.ScheduleGenerator;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.schedule.SuppliedSchedule;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.NewSchedule;
import io.cascadeledger.loan.terms.NewSchedule.Arrears;
import io.cascadeledger.loan.terms.TermsChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts new instalments in the place of those of a plan that are not due, or not paid. */
final class Rearrangement {

  private final Plan plan;
  private final LocalDate date;
  private final List<OpenInstalment> open;
  private final int due;
  private final long principalMinor;

  /**
   * Rearranges a plan.
   *
   * @param date the day; what is due on it is due
   * @param open what is open of each instalment; none before the first disbursement
   */
  Rearrangement(Plan plan, LocalDate date, List<OpenInstalment> open) {
    this.plan = plan;
    this.date = date;
    this.open = open;
    this.due = plan.instalmentsDue(date);
    this.principalMinor = open.stream().mapToLong(OpenInstalment::principalMinor).sum();
  }

  /**
   * Spreads all that is outstanding over new instalments; of those that are due, what was paid of
   * them stays.
   *
   * @param earnedMinor all interest that was earned until then
   * @param terms the new terms, whose instalments begin with the first new one
   */
  void reage(long earnedMinor, ScheduleTerms terms) {
    plan.change(terms);
    plan.keepPaid(open, due);
    long billed =
        plan.schedule().instalments().subList(0, due).stream()
            .mapToLong(Instalment::interestMinor)
            .sum();
    boolean isFlat = terms.interestMethod() == InterestMethod.FLAT;
    long brought = Math.max(0, earnedMinor - billed);
    plan.change(
        ScheduleGenerator.after(
            plan.schedule(), date, principalMinor, isFlat ? 0 : brought, terms));
    if (isFlat) { // which would be spread evenly
      bringInterest(brought);
    }
  }

  /** Takes the lender's new instalments. */
  void resupply(TermsChange change) {
    NewSchedule brought = change.schedule();
    int count = due + brought.instalments().size();
    plan.change(plan.terms().with(new TermsChange(change.annualRate(), count, null, null)));
    plan.resupply(due, brought.instalments());
    if (plan.schedule() == null) {
      return;
    }
    if (brought.arrears() == Arrears.SPREAD) {
      long overdue =
          open.stream()
              .filter(it -> it.instalment().number() <= due)
              .mapToLong(OpenInstalment::interestMinor)
              .sum();
      plan.keepPaid(open, due);
      refill(principalMinor);
      bringInterest(overdue);
    } else {
      refill(principalMinor - plan.openOfDue(date, principalMinor));
    }
  }

  private void refill(long minor) {
    plan.change(SuppliedSchedule.refilled(plan.schedule(), date, minor, plan.supplied()));
  }

  private void bringInterest(long minor) {
    List<Instalment> rows = new ArrayList<>(plan.schedule().instalments());
    Instalment first = rows.get(due);
    rows.set(due, first.with(first.principalMinor(), first.interestMinor() + minor));
    plan.change(new RepaymentSchedule(rows));
  }
}
