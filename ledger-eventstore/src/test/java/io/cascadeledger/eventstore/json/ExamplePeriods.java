package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.period.PeriodChange;
import io.cascadeledger.journal.period.PeriodChangeRejected;
import io.cascadeledger.journal.period.PeriodChangeRequested;
import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.period.PeriodReopened;
import io.cascadeledger.journal.period.PeriodSnapshotTaken;
import io.cascadeledger.journal.period.SnapshotSignature;
import io.cascadeledger.journal.period.TrialBalance;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What can happen to accounting periods, with nothing left out. */
final class ExamplePeriods {

  private static final AccountingPeriodsId PERIODS = new AccountingPeriodsId("acme");
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

  private ExamplePeriods() {}

  static Stream<LedgerEvent> all() {
    return Stream.of(
        new PeriodChangeRequested(
            PERIODS, PeriodChange.CLOSE, FIRST, LAST, "alice", "Month end.", DAY, POSTED_AT),
        new PeriodChangeRejected(
            PERIODS, PeriodChange.REOPEN, LAST, "bob", "Signed already.", DAY, POSTED_AT),
        new PeriodClosed(
            PERIODS, 2, FIRST, LAST, "alice", "bob", "Month end.", "Seen.", DAY, POSTED_AT),
        new PeriodReopened(
            PERIODS, FIRST, LAST, "alice", "bob", "A bill was found.", "Seen.", DAY, POSTED_AT),
        kept(
            new SnapshotSignature("ledger/1+0a0b0c0d+AQ==", "sha256 …\n\n\u2014 ledger/1 Cg==\n")));
  }

  static PeriodSnapshotTaken kept(SnapshotSignature signature) {
    TrialBalance balance = new TrialBalance(List.of(total("1000", 5, 0), total("1100", 0, 5)));
    return new PeriodSnapshotTaken(
        PERIODS, 2, LAST, balance, "ab".repeat(32), signature, DAY, POSTED_AT);
  }

  private static AccountTotal total(String account, long debit, long credit) {
    return new AccountTotal(
        new AccountCode(account),
        Currency.getInstance("USD"),
        BigInteger.valueOf(debit),
        BigInteger.valueOf(credit));
  }
}
