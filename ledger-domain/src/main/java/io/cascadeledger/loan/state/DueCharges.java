package io.cascadeledger.loan.state;

import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.ChargeRule;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.waterfall.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a loan is charged by its terms where it stands.
 *
 * <p>What was agreed is booked, as the last of the interest is, at the end of the day before it
 * falls due, so that whoever pays on that day pays all of it; only while principal is outstanding.
 * What lateness costs is booked at the end of the first day on which an instalment is late.
 */
public final class DueCharges {

  private final Servicing servicing;
  private final Plan plan;
  private final LoanBalance balance;
  private final List<Charge> open;

  /**
   * Looks at a loan.
   *
   * @param plan its schedule; null if it has left the books, so that nothing is charged
   */
  DueCharges(Servicing servicing, Plan plan, LoanBalance balance, List<Charge> open) {
    this.servicing = servicing;
    this.plan = plan;
    this.balance = balance;
    this.open = open;
  }

  /**
   * What is charged at the ends of some days if nothing else happens.
   *
   * @param first the first day, not before that on which the loan stands
   * @param last the last day
   * @return in the order in which it is booked; what was booked before is among it, unless it is
   *     charged once for all days
   */
  public List<DueCharge> between(LocalDate first, LocalDate last) {
    List<DueCharge> due = agreed(first, last);
    due.addAll(late(first, last));
    due.sort(Comparator.comparing(DueCharge::day).thenComparing(DueCharge::basis));
    return due;
  }

  /**
   * How much something is that the ledger charges by itself.
   *
   * @param basis what it follows from
   * @param day the day on which it is charged, not before that on which the loan stands
   * @return minor units; zero if it is not charged
   */
  public long minor(ChargeBasis basis, LocalDate day) {
    if (!basis.endsDay()) {
      long minor = servicing.facts().disbursedMinor(basis.disbursementEntryId());
      return minor == 0
          ? 0
          : servicing.agreed().charges().stream()
              .filter(it -> it.code().equals(basis.code()))
              .mapToLong(it -> it.minor(minor, 0))
              .sum();
    }
    return (basis.rule() == ChargeRule.LATE ? late(day, day) : agreed(day, day))
        .stream().filter(it -> it.basis().equals(basis)).mapToLong(DueCharge::minor).sum();
  }

  /**
   * What was agreed to be charged from a day on, without what comes with disbursements.
   *
   * @param first the day, not before that on which the loan stands
   */
  public List<DueCharge> agreedFrom(LocalDate first) {
    return agreed(first, LocalDate.MAX.minusDays(1));
  }

  private List<DueCharge> agreed(LocalDate first, LocalDate last) {
    List<DueCharge> due = new ArrayList<>();
    if (plan == null || plan.schedule() == null || balance.principalMinor() == 0) {
      return due;
    }
    RepaymentSchedule schedule = plan.schedule();
    int from = schedule.dueThrough(first).size();
    int to = schedule.dueThrough(last.plusDays(1)).size();
    for (Instalment instalment : schedule.instalments().subList(from, Math.max(from, to))) {
      with(instalment, due);
      scheduled(instalment, due);
    }
    for (AgreedCharge charge : plan.agreed().charges()) {
      if (charge.due() == ChargeDue.DATE) {
        onDate(charge, first, last, due);
      }
    }
    return due;
  }

  private void with(Instalment instalment, List<DueCharge> due) {
    for (AgreedCharge charge : plan.agreed().charges()) {
      if (charge.due() == ChargeDue.INSTALMENT) {
        add(
            new ChargeBasis(
                ChargeRule.AGREED,
                charge.component(),
                charge.code(),
                instalment.number(),
                instalment.due(),
                null),
            instalment.due().minusDays(1),
            charge.minor(servicing.facts().disbursedMinor(), instalment.totalMinor()),
            due);
      }
    }
  }

  /** The fees and penalties of an instalment that is as the lender supplied it. */
  private void scheduled(Instalment instalment, List<DueCharge> due) {
    plan.supplied(instalment.number())
        .ifPresent(
            row -> {
              scheduled(instalment, Component.PENALTIES, row.penaltiesMinor(), due);
              scheduled(instalment, Component.FEES, row.feesMinor(), due);
            });
  }

  private static void scheduled(
      Instalment instalment, Component component, long minor, List<DueCharge> due) {
    add(
        new ChargeBasis(
            ChargeRule.SCHEDULED, component, null, instalment.number(), instalment.due(), null),
        instalment.due().minusDays(1),
        minor,
        due);
  }

  /** What has a date falls due on it, or with the first disbursement if that comes later. */
  private void onDate(AgreedCharge charge, LocalDate first, LocalDate last, List<DueCharge> due) {
    LocalDate before = charge.dueDate().minusDays(1);
    LocalDate start = plan.schedule().start();
    LocalDate day = before.isBefore(start) ? start : before;
    if (!day.isBefore(first) && !day.isAfter(last)) {
      add(
          new ChargeBasis(
              ChargeRule.AGREED, charge.component(), charge.code(), null, charge.dueDate(), null),
          day,
          charge.minor(servicing.facts().disbursedMinor(), 0),
          due);
    }
  }

  private List<DueCharge> late(LocalDate first, LocalDate last) {
    List<DueCharge> due = new ArrayList<>();
    LateCharge rule = plan == null ? null : plan.agreed().lateCharge();
    if (rule == null || plan.schedule() == null || !anyDueBefore(last)) {
      return due;
    }
    Pauses pauses = servicing.pauses();
    for (OpenInstalment it : servicing.open(balance, open).all()) {
      long minor = it.interestMinor() + it.principalMinor();
      LocalDate late = pauses.lateFrom(it.instalment().due(), rule.graceDays());
      LocalDate day = late.isBefore(first) ? pauses.nextCounted(first) : late;
      if (minor > 0 && !day.isAfter(last)) {
        ChargeBasis basis = late(rule, it.instalment());
        if (!servicing.facts().isChargedLate(basis)) {
          add(basis, day, rule.minor(minor), due);
        }
      }
    }
    return due;
  }

  private boolean anyDueBefore(LocalDate day) {
    return plan.instalments().getFirst().due().isBefore(day);
  }

  private static ChargeBasis late(LateCharge rule, Instalment instalment) {
    return new ChargeBasis(
        ChargeRule.LATE, rule.component(), null, instalment.number(), instalment.due(), null);
  }

  private static void add(ChargeBasis basis, LocalDate day, long minor, List<DueCharge> due) {
    if (minor > 0) {
      due.add(new DueCharge(basis, day, minor));
    }
  }
}
