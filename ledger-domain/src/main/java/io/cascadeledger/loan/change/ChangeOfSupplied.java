package io.cascadeledger.loan.change;

import io.cascadeledger.loan.schedule.SuppliedSchedule;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.OpenInstalment;
import io.cascadeledger.loan.state.Servicing;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.NewSchedule;
import io.cascadeledger.loan.terms.NewSchedule.Arrears;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What may change of a loan whose schedule is the lender's: the instalments that are not due, by
 * others that the lender brings, and the rate where interest is computed day by day.
 */
final class ChangeOfSupplied {

  private ChangeOfSupplied() {}

  static void requireSound(LoanState loan, ChangeTerms command, Servicing servicing) {
    TermsChange change = command.change();
    if (servicing.agreed().schedule() == null) {
      throw unsound("The ledger makes the loan's schedule: it takes none from the lender.");
    }
    if (!change.touchesNoInstalment() || change.reage() != null) {
      throw unsound(
          "The lender has supplied the schedule: it is not computed anew, but takes new"
              + " instalments.");
    }
    requireRate(change.annualRate(), servicing);
    if (change.schedule() != null) {
      requireFit(loan, command.effectiveDate(), change.schedule());
    } else if (change.annualRate() == null) {
      throw unsound("Nothing of the terms changes.");
    }
  }

  private static void requireRate(BigDecimal rate, Servicing servicing) {
    if (rate == null) {
      return;
    }
    if (!servicing.isDaily()) {
      throw unsound("The schedule says what interest is owed, and not the rate.");
    }
    try {
      servicing.terms().withRate(rate);
    } catch (IllegalArgumentException e) {
      throw unsound("The terms are unsound: " + e.getMessage() + ".");
    }
  }

  private static void requireFit(LoanState loan, LocalDate date, NewSchedule brought) {
    SuppliedSchedule.fault(brought.instalments(), date, principalMinor(loan, date, brought))
        .ifPresent(
            fault -> {
              throw unsound("The schedule is unsound: " + fault + ".");
            });
  }

  /** What the new instalments have to repay: all that is to be paid out if nothing was yet. */
  private static long principalMinor(LoanState loan, LocalDate date, NewSchedule brought) {
    Standing standing = loan.standingOn(date);
    Servicing then = standing.servicing().orElseThrow();
    long outstanding = standing.balance().principalMinor();
    if (then.schedule().isEmpty()) {
      return loan.principalMinor().orElseThrow();
    }
    long minor =
        brought.arrears() == Arrears.SPREAD
            ? outstanding
            : standing.openInstalments().stream()
                .filter(it -> it.instalment().due().isAfter(date))
                .mapToLong(OpenInstalment::principalMinor)
                .sum();
    if (minor == 0) {
      throw new Refused(
          RefusalCode.NOTHING_OWED, "New instalments have no principal to repay on that day.");
    }
    return minor;
  }

  private static Refused unsound(String detail) {
    return new Refused(RefusalCode.TERMS_UNSOUND, detail);
  }
}
