package io.cascadeledger.projections.balance;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.ChartEvent;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.state.LoanBalance;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a chunk of events changes of the balances, summed up. */
final class BalanceChanges {

  /** One account on one day. */
  record AccountDay(
      String tenant, AccountCode account, Currency currency, Layer layer, LocalDate day) {}

  /** One account on one day of posting, in UTC, and one day of effect. */
  record AccountDays(
      String tenant,
      AccountCode account,
      Currency currency,
      Layer layer,
      LocalDate postedOn,
      LocalDate effectiveOn) {

    private AccountDay ofEffect() {
      return new AccountDay(tenant, account, currency, layer, effectiveOn);
    }

    private AccountDay ofPosting() {
      return new AccountDay(tenant, account, currency, layer, postedOn);
    }
  }

  /** What was booked to an account: few amounts fit 64 bits, any number of them may not. */
  record Totals(BigInteger debitMinor, BigInteger creditMinor) {

    private static final Totals NONE = new Totals(BigInteger.ZERO, BigInteger.ZERO);

    private Totals plus(Line line) {
      BigInteger amount = BigInteger.valueOf(line.amount().minorUnits());
      return line.side() == Side.DEBIT
          ? new Totals(debitMinor.add(amount), creditMinor)
          : new Totals(debitMinor, creditMinor.add(amount));
    }

    private Totals plus(Totals other) {
      return new Totals(debitMinor.add(other.debitMinor), creditMinor.add(other.creditMinor));
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
  private final Map<AccountDays, Totals> accounts = new HashMap<>();
  final ChartChanges chart = new ChartChanges();

  void add(RecordedEvent recorded) {
    LedgerEvent event = recorded.event();
    if (event instanceof BookedEvent booked) {
      booked.booked().ifPresent(entry -> add(booked, entry, recorded.bookedOn()));
    }
    if (event instanceof ChartEvent ofChart) {
      chart.add(ofChart);
    }
    if (event instanceof LoanEvent ofLoan) {
      switch (ofLoan) {
        case LoanOpened loanOpened -> opened.add(loanOpened);
        case LoanMovement movement ->
            add(movement, recorded.bookedOn(), LoanBalance.ZERO.plus(movement.entry().lines()));
        default -> add(ofLoan, event.effectiveDate(), LoanBalance.ZERO);
      }
    }
  }

  private void add(LoanEvent event, LocalDate day, LoanBalance moved) {
    loans.merge(
        new LoanDay(event.loan(), day), new LoanChange(moved, event.postedAt()), LoanChange::plus);
  }

  private void add(BookedEvent booked, JournalEntry entry, LocalDate day) {
    LocalDate postedOn = LocalDate.ofInstant(booked.postedAt(), ZoneOffset.UTC);
    for (Line line : entry.lines().list()) {
      accounts.compute(
          new AccountDays(
              booked.tenant(),
              line.account(),
              line.amount().currency(),
              booked.bookedIn(),
              postedOn,
              day),
          (_, totals) -> (totals == null ? Totals.NONE : totals).plus(line));
    }
  }

  /** What was booked to accounts by day of effect, whenever it was posted. */
  Map<AccountDay, Totals> byEffect() {
    return by(AccountDays::ofEffect);
  }

  /** What was booked to accounts by day of posting, whenever it counts. */
  Map<AccountDay, Totals> byPosting() {
    return by(AccountDays::ofPosting);
  }

  private Map<AccountDay, Totals> by(Function<AccountDays, AccountDay> day) {
    Map<AccountDay, Totals> days = HashMap.newHashMap(accounts.size());
    accounts.forEach((account, totals) -> days.merge(day.apply(account), totals, Totals::plus));
    return days;
  }

  /** What was booked to accounts and counts on another day than that of its posting. */
  Map<AccountDays, Totals> shifted() {
    Map<AccountDays, Totals> shifted = new HashMap<>();
    accounts.forEach(
        (account, totals) -> {
          if (!account.postedOn.equals(account.effectiveOn)) {
            shifted.put(account, totals);
          }
        });
    return shifted;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
