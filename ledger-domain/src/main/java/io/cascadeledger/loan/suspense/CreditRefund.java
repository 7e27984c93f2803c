package io.cascadeledger.loan.suspense;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on a refund of money that is kept for the borrower: it leaves through cash clearing. */
public final class CreditRefund {

  private CreditRefund() {}

  /**
   * Decides.
   *
   * @return the refund, and what it restates if it counts before others
   * @throws Refused if so much is not kept
   */
  public static List<LoanEvent> decide(LoanState loan, RefundCredit command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireCurrency(loan, command.amount());
    requireNotBeforeOpening(loan, command.effectiveDate());
    Kept.require(loan, command.amount());
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(SUSPENSE, command.amount())
                    .credit(CASH_CLEARING, command.amount())
                    .build());
    CreditRefunded refunded =
        new CreditRefunded(
            command.loan(),
            command.refundId(),
            command.amount(),
            command.method(),
            command.destinationRef(),
            command.reason(),
            command.metadata(),
            new JournalEntry(
                command.entryId(), EntryType.CREDIT_REFUNDED, command.effectiveDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, refunded);
  }
}
