package io.cascadeledger.loan.accrual;

import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on interest earned: interest receivable is debited, interest income credited. */
public final class Accrual {

  private Accrual() {}

  /**
   * Decides.
   *
   * @return the interest, and what it restates if it counts before others
   * @throws Refused if the movement is unsound
   */
  public static List<LoanEvent> decide(LoanState loan, AccrueInterest command) {
    Money interest = new Money(command.interestMinor(), loan.currency());
    requireAmount(interest);
    requireEffectiveDate(command.accrualDate(), command.time());

    requireTaken(loan, interest, command.accrualDate());
    requireServicedByLender(loan);
    Lines lines =
        loan.accounts()
            .of(
                Lines.builder()
                    .debit(INTEREST_RECEIVABLE, interest)
                    .credit(INTEREST_INCOME, interest)
                    .build());
    InterestAccrued accrued =
        new InterestAccrued(
            command.loan(),
            command.accrualId(),
            command.batchEntryId(),
            interest,
            new Money(command.outstandingPrincipalMinor(), loan.currency()),
            new JournalEntry(command.entryId(), EntryType.ACCRUAL, command.accrualDate(), lines),
            command.time().postedAt());
    return Restatements.given(loan, accrued);
  }

  private static void requireServicedByLender(LoanState loan) {
    if (loan.servicingTerms().isPresent()) {
      throw new Refused(
          RefusalCode.INTEREST_IS_COMPUTED,
          "The ledger computes the interest of this loan from its terms.");
    }
  }
}
