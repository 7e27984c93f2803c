package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.period.ApprovePeriodChange;
import io.cascadeledger.journal.period.ClosePeriod;
import io.cascadeledger.journal.period.RejectPeriodChange;
import io.cascadeledger.journal.period.ReopenPeriod;
import io.cascadeledger.journal.period.SnapshotSignature;
import io.cascadeledger.journal.period.TakeSnapshot;
import io.cascadeledger.journal.period.TrialBalance;
import io.cascadeledger.journal.period.TrialBalance.AccountTotal;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.ChangeBooksSettings;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.journal.settings.PeriodRules;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** Commands for the accounting periods of the sample tenant. */
public final class PeriodCommands {
  public static final AccountingPeriodsId PERIODS = new AccountingPeriodsId(TENANT);
  public static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
  public static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);
  public static final SnapshotSignature SIGNATURE =
      new SnapshotSignature("a ledger's key", "that hash, signed");

  private PeriodCommands() {}

  public static ClosePeriod close(LocalDate lastDay) {
    return new ClosePeriod(PERIODS, lastDay, "alice", "Month end.", NOW);
  }

  public static ReopenPeriod reopen(LocalDate lastDay) {
    return new ReopenPeriod(PERIODS, lastDay, "alice", "A bill was found.", NOW);
  }

  public static ApprovePeriodChange approve(LocalDate lastDay, String approver) {
    return new ApprovePeriodChange(PERIODS, lastDay, approver, "Seen.", NOW);
  }

  public static RejectPeriodChange reject(LocalDate lastDay) {
    return new RejectPeriodChange(PERIODS, lastDay, "bob", "Not yet.", NOW);
  }

  public static TakeSnapshot snapshot(int closing, LocalDate lastDay) {
    return new TakeSnapshot(PERIODS, closing, lastDay, balanced(500), "5ha", SIGNATURE, NOW);
  }

  /** Cash against what the loans owe. */
  public static TrialBalance balanced(long minor) {
    return new TrialBalance(
        List.of(
            total("1100", 0, minor), // in no order
            total("1000", minor, 0)));
  }

  public static AccountTotal total(String account, long debit, long credit) {
    return new AccountTotal(
        new AccountCode(account),
        Sample.USD,
        BigInteger.valueOf(debit),
        BigInteger.valueOf(credit));
  }

  public static ChangeBooksSettings rules(boolean fourEyes, LatePostings latePostings) {
    return new ChangeBooksSettings(
        new BooksSettingsId(TENANT), false, new PeriodRules(fourEyes, latePostings), NOW);
  }
}
