package io.cascadeledger.loan.sale;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.replay.Departure;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import java.util.List;

/** Decides on the sale of a loan: all that is owed leaves the books for the price. */
public final class Sale {

  private Sale() {}

  /**
   * Decides.
   *
   * @return the sale, and what it restates if it counts before others
   * @throws io.cascadeledger.refusal.Refused if the loan owes nothing
   */
  public static List<LoanEvent> decide(LoanState loan, SellLoan command) {
    if (command.price().minorUnits() != 0) {
      requireAmount(command.price());
    }
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireActive(loan);
    requireCurrency(loan, command.price());
    requireNotBeforeOpening(loan, command.effectiveDate());
    Outcome outcome =
        Departure.put(
            loan,
            command.saleId(),
            command.entryId(),
            EntryType.LOAN_SALE,
            command.effectiveDate(),
            command.price().minorUnits());
    LoanSold sold =
        new LoanSold(
            command.loan(),
            command.saleId(),
            command.newOwner(),
            command.price(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(sold, outcome);
  }
}
