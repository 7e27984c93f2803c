package io.cascadeledger.loan.endofday;

import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.fee.TermsCharge;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.DueCharge;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.ServicingTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a loan's terms charge by the end of a day: fees and penalties that were agreed or scheduled,
 * and what lateness costs. Each is booked at the end of its own day, however late that is found
 * out: then it counts before later movements, and restates them.
 */
final class DayCharges {

  private DayCharges() {}

  /**
   * The first charge that is not booked. When it is, the next can be asked for from its day on.
   *
   * @param loan the loan
   * @param from the first day to look at
   * @param through the day that ends
   * @return empty if all is booked, or the ledger does not service the loan, or it is closed
   */
  static Optional<DueCharge> next(LoanState loan, LocalDate from, LocalDate through) {
    if (loan.isClosed() || !loan.servicingTerms().map(ServicingTerms::bringCharges).orElse(false)) {
      return Optional.empty();
    }
    if (!loan.standing().date().isAfter(from)) {
      return missing(loan, loan.standing(), from, through);
    }
    Standing then = loan.beginning();
    for (Movement movement : loan.history()) {
      LocalDate next = movement.effectiveDate();
      if (next.isAfter(then.date())) {
        LocalDate last = next.isAfter(through) ? through : next.minusDays(1);
        Optional<DueCharge> found = missing(loan, then, from, last);
        if (found.isPresent()) {
          return found;
        }
      }
      then.apply(movement);
    }
    return missing(loan, then, from, through);
  }

  private static Optional<DueCharge> missing(
      LoanState loan, Standing then, LocalDate from, LocalDate last) {
    LocalDate first = from.isAfter(then.date()) ? from : then.date();
    if (first.isAfter(last)) {
      return Optional.empty();
    }
    return then.dueCharges().stream()
        .flatMap(it -> it.between(first, last).stream())
        .filter(it -> loan.entry(charge(loan, it).entryId()).isEmpty())
        .filter(it -> !isUndone(loan, it.basis()))
        .findFirst();
  }

  /** What was undone by hand does not come back, on whatever day. */
  private static boolean isUndone(LoanState loan, ChargeBasis basis) {
    return loan.undone()
        .anyMatch(it -> it.instruction() != null && basis.equals(it.instruction().charge()));
  }

  private static TermsCharge charge(LoanState loan, DueCharge due) {
    return new TermsCharge(loan.id(), due.basis(), due.day());
  }

  /**
   * Books a charge.
   *
   * @param due the charge
   * @param postedAt when the ledger records it
   * @return the charge, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if a balance would become unsound on any day, or too
   *     much would change
   */
  static List<LoanEvent> book(LoanState loan, DueCharge due, Instant postedAt) {
    TermsCharge charge = charge(loan, due);
    Outcome outcome = Replay.put(loan, charge.draft(loan.nextSequence()));
    return Restatements.with(charge.event(outcome.movement(), loan.currency(), postedAt), outcome);
  }
}
