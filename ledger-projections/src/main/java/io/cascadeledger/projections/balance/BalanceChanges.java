package io.cascadeledger.projections.balance;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
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

/** What a batch of events changes of the balances, summed up. */
final class BalanceChanges {

  /** One account on one day. */
  record AccountDay(String tenant, AccountCode account, Currency currency, LocalDate day) {}

  /** What was booked to an account. */
  record Totals(BigInteger debitMinor, BigInteger creditMinor) {

    private static Totals of(Line line) {
      BigInteger amount = BigInteger.valueOf(line.amount().minorUnits());
      return line.side() == Side.DEBIT
          ? new Totals(amount, BigInteger.ZERO)
          : new Totals(BigInteger.ZERO, amount);
    }

    private Totals plus(Totals other) {
      return new Totals(debitMinor.add(other.debitMinor), creditMinor.add(other.creditMinor));
    }
  }

  /** One loan on one day. */
  record LoanDay(LoanId loan, LocalDate day) {}

  final List<LoanOpened> opened = new ArrayList<>();
  final Map<LoanId, Instant> lastActivity = new HashMap<>();
  final Map<LoanDay, LoanBalance> loans = new HashMap<>();
  final Map<AccountDay, Totals> accounts = new HashMap<>();

  void add(LedgerEvent event) {
    if (event instanceof LoanEvent ofLoan) {
      lastActivity.merge(ofLoan.loan(), event.postedAt(), BalanceChanges::later);
      switch (ofLoan) {
        case LoanOpened loanOpened -> opened.add(loanOpened);
        case LoanMovement movement -> add(movement.loan(), movement.entry());
        default -> {
          // It moves no money.
        }
      }
    }
  }

  private void add(LoanId loan, JournalEntry entry) {
    LocalDate day = entry.effectiveDate();
    loans.compute(
        new LoanDay(loan, day),
        (_, sum) -> (sum == null ? LoanBalance.ZERO : sum).plus(entry.lines()));
    for (Line line : entry.lines().list()) {
      accounts.merge(
          new AccountDay(loan.tenant(), line.account(), line.amount().currency(), day),
          Totals.of(line),
          Totals::plus);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
