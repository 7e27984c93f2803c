package io.cascadeledger.workload;

import io.cascadeledger.given.ServicedLoan;
import io.cascadeledger.loan.event.DelinquencyPauseEnded;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.schedule.Instalment;
import io.cascadeledger.loan.schedule.RepaymentSchedule;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.AgreedCharge;
import io.cascadeledger.loan.terms.ChargeDue;
import io.cascadeledger.loan.terms.LateCharge;
import io.cascadeledger.loan.terms.PercentOf;
import io.cascadeledger.loan.terms.ScheduledInstalment;
import io.cascadeledger.loan.terms.ServicingTerms;
import io.cascadeledger.waterfall.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a loan must have been charged by itself, found in the plainest way: day by day, on where it
 * stood at the end of each.
 */
final class ModelCharges {
  private final LoanState loan;
  private final ServicingTerms terms;
  private final List<DelinquencyPaused> pauses;
  private final List<DelinquencyPauseEnded> ends;
  private final Set<String> late = new HashSet<>();
  private final List<String> charges = new ArrayList<>();

  private ModelCharges(ServicedLoan loan) {
    this.loan = loan.state();
    this.terms = this.loan.servicingTerms().orElseThrow();
    this.pauses = loan.events(DelinquencyPaused.class);
    this.ends = loan.events(DelinquencyPauseEnded.class);
  }

  /** Each charge as day, component and amount, sorted. */
  static List<String> of(ServicedLoan loan, LocalDate first, LocalDate last) {
    ModelCharges model = new ModelCharges(loan);
    model.withDisbursements();
    Standing then = model.loan.beginning();
    Deque<Movement> ahead = new ArrayDeque<>(model.loan.history());
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              while (!ahead.isEmpty() && !ahead.getFirst().effectiveDate().isAfter(day)) {
                then.apply(ahead.removeFirst());
              }
              model.end(day, then);
            });
    return model.charges.stream().sorted().toList();
  }

  private void withDisbursements() {
    for (Movement movement : loan.history()) {
      if (movement.type().name().equals("DISBURSEMENT")) {
        for (AgreedCharge charge : terms.charges()) {
          if (charge.due() == ChargeDue.DISBURSEMENT) {
            add(movement.effectiveDate(), charge, movement.amountMinor(), 0);
          }
        }
      }
    }
  }

  private void end(LocalDate day, Standing then) {
    RepaymentSchedule schedule = then.servicing().orElseThrow().schedule().orElse(null);
    if (schedule == null || then.exit() != LoanExit.NONE) {
      return;
    }
    if (then.balance().principalMinor() > 0) {
      for (Instalment instalment : schedule.instalments()) {
        if (instalment.due().equals(day.plusDays(1))) {
          withInstalment(day, instalment, then);
        }
      }
      onDates(day, schedule.start(), then);
    }
    if (terms.lateCharge() != null && !isPaused(day)) {
      then.openInstalments().forEach(it -> late(day, it, terms.lateCharge()));
    }
  }

  private void withInstalment(LocalDate day, Instalment instalment, Standing then) {
    for (AgreedCharge charge : terms.charges()) {
      if (charge.due() == ChargeDue.INSTALMENT) {
        add(
            day,
            charge,
            then.disbursedMinor(),
            instalment.principalMinor() + instalment.interestMinor());
      }
    }
    if (terms.schedule() != null) {
      ScheduledInstalment row = terms.schedule().get(instalment.number() - 1);
      add(day, Component.FEES, row.feesMinor());
      add(day, Component.PENALTIES, row.penaltiesMinor());
    }
  }

  private void onDates(LocalDate day, LocalDate start, Standing then) {
    for (AgreedCharge charge : terms.charges()) {
      if (charge.due() == ChargeDue.DATE) {
        boolean isThen = charge.dueDate().equals(day.plusDays(1)) && !day.isBefore(start);
        boolean wasBefore = day.equals(start) && !charge.dueDate().isAfter(day);
        if (isThen || wasBefore) {
          add(day, charge, then.disbursedMinor(), 0);
        }
      }
    }
  }

  private void late(LocalDate day, OpenInstalment open, LateCharge rule) {
    LocalDate due = open.instalment().due();
    long passed =
        due.isBefore(day)
            ? due.plusDays(1).datesUntil(day.plusDays(1)).filter(it -> !isPaused(it)).count()
            : 0;
    long overdue = open.interestMinor() + open.principalMinor();
    if (passed > rule.graceDays()
        && overdue > 0
        && late.add(open.instalment().number() + " of " + due)) {
      long minor = rule.flatMinor() + share(rule.percentOfOverdue(), overdue);
      if (minor > 0) {
        add(day, rule.component(), minor);
      } else {
        late.remove(open.instalment().number() + " of " + due);
      }
    }
  }

  private boolean isPaused(LocalDate day) {
    return pauses.stream()
        .anyMatch(
            it ->
                !day.isBefore(it.pause().start())
                    && !day.isAfter(it.pause().end())
                    && ends.stream()
                        .filter(end -> end.pauseId().equals(it.pauseId()))
                        .allMatch(end -> end.lastDay() != null && !day.isAfter(end.lastDay())));
  }

  private void add(LocalDate day, AgreedCharge charge, long disbursed, long instalment) {
    long base = charge.percentOf() == PercentOf.INSTALMENT ? instalment : disbursed;
    add(day, charge.component(), charge.flatMinor() + share(charge.percent(), base));
  }

  private void add(LocalDate day, Component component, long minor) {
    if (minor > 0) {
      charges.add(day + " " + component + " " + minor);
    }
  }

  private static long share(BigDecimal percent, long minor) {
    return percent
        .movePointLeft(2)
        .multiply(BigDecimal.valueOf(minor))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
