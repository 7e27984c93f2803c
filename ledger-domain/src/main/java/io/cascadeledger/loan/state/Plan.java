package io.cascadeledger.loan.state;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.schedule.ScheduleGenerator;
import io.cascadeledger.loan.schedule.ScheduleTerms;
import io.cascadeledger.loan.schedule.SuppliedSchedule;
import io.cascadeledger.loan.terms.InterestMethod;
import io.cascadeledger.loan.terms.Reage;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.loan.terms.TermsChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a loan has to pay and when: schedule and down payments up to a point of its history. */
final class Plan {

  private final ServicingTerms agreed;
  private final List<Instalment> downPayments = new ArrayList<>(0);
  private ScheduleTerms terms;
  private RepaymentSchedule schedule;

  /** The instalments of the lender; null if the schedule is computed. */
  private List<ScheduledInstalment> supplied;

  /** What was booked of the interest of each instalment's period, by the instalment's number. */
  private final Map<Integer, Long> accrued = new HashMap<>();

  Plan(ServicingTerms agreed, ScheduleTerms terms) {
    this.agreed = agreed;
    this.terms = terms;
    this.supplied = agreed.schedule();
  }

  ServicingTerms agreed() {
    return agreed;
  }

  ScheduleTerms terms() {
    return terms;
  }

  void change(ScheduleTerms newTerms) {
    terms = newTerms;
  }

  /** Another schedule, with the same instalments up to those that are due. */
  void change(RepaymentSchedule newSchedule) {
    schedule = newSchedule;
  }

  /** The lender has brought other instalments in place of those behind the first. */
  void resupply(int first, List<ScheduledInstalment> more) {
    supplied = SuppliedSchedule.renumbered(supplied.subList(0, first), more);
  }

  /** The instalments of the lender; null if the schedule is computed. */
  List<ScheduledInstalment> supplied() {
    return supplied;
  }

  /** The schedule; null before the first disbursement. */
  RepaymentSchedule schedule() {
    return schedule;
  }

  boolean isSupplied() {
    return supplied != null;
  }

  /** An instalment as the lender supplied it; empty if the lender did not. */
  Optional<ScheduledInstalment> supplied(int number) {
    return isSupplied() && number <= supplied.size()
        ? Optional.of(supplied.get(number - 1))
        : Optional.empty();
  }

  /** Whether interest depends on what is outstanding day by day. */
  boolean isDaily() {
    return terms.interestMethod() == InterestMethod.DECLINING_BALANCE_DAILY;
  }

  /** What of a disbursement falls due on its day. */
  long downPaymentOf(long disbursedMinor) {
    return agreed.downPayment() == null ? 0 : agreed.downPayment().minor(disbursedMinor);
  }

  void begin(LocalDate date, long minor) {
    schedule =
        isSupplied()
            ? SuppliedSchedule.of(supplied, date, minor)
            : ScheduleGenerator.generate(terms, date, minor);
  }

  /** More was paid out, of which the lender's schedule says when it is paid back. */
  void refill(LocalDate date, long minor) {
    schedule = SuppliedSchedule.after(schedule, date, minor, supplied);
  }

  /** What falls due at once; two of one day are one. */
  void addDownPayment(LocalDate date, long minor) {
    if (minor == 0) {
      return;
    }
    int last = downPayments.size() - 1;
    if (last >= 0 && downPayments.get(last).due().equals(date)) {
      downPayments.set(
          last, downPayments.get(last).with(minor + downPayments.get(last).principalMinor(), 0));
    } else {
      downPayments.add(Instalment.downPayment(date, minor));
    }
  }

  /** Schedules anew what is not due yet. */
  void amortize(LocalDate date, long unbilledMinor, long unbilledInterestMinor) {
    schedule =
        isSupplied()
            ? SuppliedSchedule.spread(schedule, date, unbilledMinor)
            : ScheduleGenerator.after(schedule, date, unbilledMinor, unbilledInterestMinor, terms);
  }

  void shorten(LocalDate date, long principalMinor) {
    schedule = schedule.withoutLast(date, principalMinor);
  }

  /** Whether a disbursement on a day leaves an instalment to pay it back with. */
  boolean takesDisbursement(LocalDate date) {
    if (isSupplied()) {
      return date.isBefore(
          schedule == null ? supplied.getFirst().dueDate() : supplied.getLast().dueDate());
    }
    return date.isBefore(schedule == null ? terms.firstDueDate() : schedule.end());
  }

  boolean takes(TermsChange change, LocalDate date) {
    if (change == null) {
      return true;
    }
    int more = change.reage() == null ? 0 : change.reage().instalmentCount();
    int brought = change.schedule() == null ? 0 : change.schedule().instalments().size();
    return instalmentsDue(date) + more + brought <= Limits.INSTALMENTS;
  }

  /** How many instalments are due on or before a day; none before the first disbursement. */
  int instalmentsDue(LocalDate date) {
    return schedule == null ? 0 : schedule.dueThrough(date).size();
  }

  /**
   * What is unpaid of the principal that has fallen due by a day, when the oldest is paid first.
   *
   * @param principalMinor what is outstanding
   */
  long openOfDue(LocalDate date, long principalMinor) {
    long scheduled = principalOf(schedule.dueThrough(date));
    long later = schedule.totalPrincipalMinor() - scheduled;
    return Math.clamp(principalMinor - later, 0, scheduled + principalOf(downPayments));
  }

  private static long principalOf(List<Instalment> instalments) {
    return instalments.stream().mapToLong(Instalment::principalMinor).sum();
  }

  /** The interest in the instalments that have fallen due by a day. */
  long billedInterestMinor(LocalDate date) {
    return schedule.dueThrough(date).stream()
        .mapToLong(it -> isDaily() ? accruedMinor(it.number()) : it.interestMinor())
        .sum();
  }

  /**
   * Whether a change of terms spreads what is overdue, too, and how: because it says so, or because
   * it gives more instalments to a loan whose last one has fallen due.
   *
   * @return null if what is overdue stays so
   */
  Reage reageBy(TermsChange change, LocalDate date) {
    if (change.reage() != null) {
      return change.reage();
    }
    int size = schedule == null ? 0 : schedule.instalments().size();
    boolean isExtended =
        schedule != null
            && !schedule.end().isAfter(date)
            && change.instalmentCount() != null
            && change.instalmentCount() > size;
    return isExtended
        ? new Reage(
            terms.with(change).nextDueAfter(date),
            change.instalmentCount() - size,
            change.frequency())
        : null;
  }

  /** Of what is due, what was paid of it stays; the rest of its interest is owed with the next. */
  void keepPaid(List<OpenInstalment> open, int due) {
    List<Instalment> rows = new ArrayList<>(schedule.instalments());
    downPayments.clear();
    for (OpenInstalment it : open) {
      Instalment paid = it.instalment().with(paidPrincipal(it), paidInterest(it));
      if (paid.isDownPayment()) {
        addDownPayment(paid.due(), paid.principalMinor());
      } else if (paid.number() <= due) {
        rows.set(paid.number() - 1, paid);
        accrued.put(paid.number(), paid.interestMinor());
        accrued.merge(due + 1, it.interestMinor(), Long::sum);
      }
    }
    schedule = new RepaymentSchedule(rows);
  }

  private static long paidPrincipal(OpenInstalment open) {
    return Math.max(0, open.instalment().principalMinor() - open.principalMinor());
  }

  private long paidInterest(OpenInstalment open) {
    return Math.max(0, accruedMinor(open.instalment().number()) - open.interestMinor());
  }

  /** Interest was booked for the days up to and including a date. */
  void booked(LocalDate date, long minor) {
    if (schedule != null) {
      schedule.payerOfInterest(date).ifPresent(it -> accrued.merge(it.number(), minor, Long::sum));
    }
  }

  long accruedMinor(int number) {
    return accrued.getOrDefault(number, 0L);
  }

  /** All instalments and down payments, the earliest due first; none before a disbursement. */
  List<Instalment> instalments() {
    if (schedule == null || downPayments.isEmpty()) {
      return schedule == null ? List.of() : schedule.instalments();
    }
    return Stream.concat(schedule.instalments().stream(), downPayments.stream())
        .sorted(Comparator.comparing(Instalment::due))
        .toList();
  }
}
