package io.cascadeledger.projections.balance;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a chunk of events changes of the balances, summed up. */
final class BalanceChanges {

  /** One account on one day. */
  record AccountDay(String tenant, AccountCode account, Currency currency, LocalDate day) {}

  /** What was booked to an account: few amounts fit 64 bits, any number of them may not. */
  record Totals(BigInteger debitMinor, BigInteger creditMinor) {

    private static final Totals NONE = new Totals(BigInteger.ZERO, BigInteger.ZERO);

    private Totals plus(Line line) {
      BigInteger amount = BigInteger.valueOf(line.amount().minorUnits());
      return line.side() == Side.DEBIT
          ? new Totals(debitMinor.add(amount), creditMinor)
          : new Totals(debitMinor, creditMinor.add(amount));
    }
  }

  /** One loan on one day. */
  record LoanDay(LoanId loan, LocalDate day) {}

  /** What was moved, perhaps nothing, and when the last of it was recorded. */
  record LoanChange(LoanBalance moved, Instant lastActivityAt) {

    private LoanChange plus(LoanChange other) {
      return new LoanChange(moved.plus(other.moved), later(lastActivityAt, other.lastActivityAt));
    }
  }

  final List<LoanOpened> opened = new ArrayList<>();
  final Map<LoanDay, LoanChange> loans = new HashMap<>();
  final Map<AccountDay, Totals> accounts = new HashMap<>();

  void add(LedgerEvent event) {
    if (event instanceof LoanEvent ofLoan) {
      switch (ofLoan) {
        case LoanOpened loanOpened -> opened.add(loanOpened);
        case LoanMovement movement -> add(movement);
        default -> add(ofLoan, event.effectiveDate(), LoanBalance.ZERO);
      }
    } else if (event instanceof BookedEvent booked) {
      booked.booked().ifPresent(entry -> book(event.tenant(), entry));
    }
  }

  private void add(LoanEvent event, LocalDate day, LoanBalance moved) {
    loans.merge(
        new LoanDay(event.loan(), day), new LoanChange(moved, event.postedAt()), LoanChange::plus);
  }

  private void add(LoanMovement movement) {
    JournalEntry entry = movement.entry();
    add(movement, entry.effectiveDate(), LoanBalance.ZERO.plus(entry.lines()));
    book(movement.tenant(), entry);
  }

  private void book(String tenant, JournalEntry entry) {
    for (Line line : entry.lines().list()) {
      accounts.compute(
          new AccountDay(tenant, line.account(), line.amount().currency(), entry.effectiveDate()),
          (_, totals) -> (totals == null ? Totals.NONE : totals).plus(line));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
