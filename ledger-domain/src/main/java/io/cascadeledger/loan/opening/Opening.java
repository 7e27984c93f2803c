package io.cascadeledger.loan.opening;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;

import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.money.Money;

/** Decides whether a loan may be opened. That it was opened before, the event store refuses. */
public final class Opening {

  private Opening() {}

  /**
   * Decides.
   *
   * @throws io.cascadeledger.refusal.Refused if the date or the principal of the terms is unsound
   */
  public static LoanOpened decide(OpenLoan command) {
    if (command.terms() != null && command.terms().principalMinor() != null) {
      requireAmount(new Money(command.terms().principalMinor(), command.currency()));
    }
    requireEffectiveDate(command.openedOn(), command.time());

    return new LoanOpened(
        command.loan(),
        command.borrowerId(),
        command.currency(),
        command.programId(),
        command.terms(),
        command.metadata(),
        command.openedOn(),
        command.time().postedAt());
  }
}
