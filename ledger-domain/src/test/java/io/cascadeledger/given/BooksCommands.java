package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TENANT;
import static io.cascadeledger.given.Sample.TODAY;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.chart.CloseAccount;
import io.cascadeledger.journal.chart.LoadChart;
import io.cascadeledger.journal.chart.OpenAccount;
import io.cascadeledger.journal.chart.ReopenAccount;
import io.cascadeledger.journal.manual.ApproveManualEntry;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.manual.PostManualEntry;
import io.cascadeledger.journal.manual.PostManualEntry.GivenLine;
import io.cascadeledger.journal.manual.RejectManualEntry;
import io.cascadeledger.journal.manual.ReverseManualEntry;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.ChangeBooksSettings;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Commands for the books of the sample tenant. */
public final class BooksCommands {
  public static final ChartId CHART = new ChartId(TENANT);
  public static final AccountCode CASH = new AccountCode("1000");
  public static final AccountCode BANK = new AccountCode("1900");
  public static final AccountCode ADJUSTMENTS = new AccountCode("5900");
  public static final ManualEntryText TEXT =
      new ManualEntryText("Swept to the bank.", "sweep-7", Metadata.of(Map.of("case", "C-1")));

  private BooksCommands() {}

  public static ManualEntryId manual(String name) {
    return new ManualEntryId(TENANT, Sample.id(name));
  }

  public static GivenLine debit(AccountCode account, long minor, Currency currency) {
    return new GivenLine(account, Side.DEBIT, new Money(minor, currency));
  }

  public static GivenLine credit(AccountCode account, long minor, Currency currency) {
    return new GivenLine(account, Side.CREDIT, new Money(minor, currency));
  }

  public static PostManualEntry post(String name, GivenLine... lines) {
    return postOn(TODAY, name, lines);
  }

  public static PostManualEntry postOn(LocalDate date, String name, GivenLine... lines) {
    return postIn(Layer.SETTLED, date, name, lines);
  }

  public static PostManualEntry postIn(
      Layer layer, LocalDate date, String name, GivenLine... lines) {
    return new PostManualEntry(manual(name), "alice", layer, date, List.of(lines), TEXT, NOW);
  }

  public static ApproveManualEntry approve(String name, String approver) {
    return new ApproveManualEntry(manual(name), approver, "Seen.", NOW);
  }

  public static RejectManualEntry reject(String name, String by) {
    return new RejectManualEntry(manual(name), by, "No receipt.", NOW);
  }

  public static ReverseManualEntry reverse(String name, LocalDate date) {
    return reverse(name, name, date);
  }

  /** The reversal of an entry of the stream of a manual entry. */
  public static ReverseManualEntry reverse(String name, String entry, LocalDate date) {
    return new ReverseManualEntry(
        manual(name),
        Sample.id(entry),
        Sample.id("reversal of " + entry),
        date,
        "error_correction",
        "Twice.",
        Metadata.NONE,
        NOW);
  }

  public static ChangeBooksSettings fourEyes(boolean wanted) {
    return new ChangeBooksSettings(new BooksSettingsId(TENANT), wanted, PeriodRules.STANDARD, NOW);
  }

  public static AccountDefinition asset(AccountCode code, String name) {
    return new AccountDefinition(
        code, name, AccountType.ASSET, Side.DEBIT, null, false, List.of(), null);
  }

  public static AccountDefinition under(AccountDefinition account, AccountCode parent) {
    return new AccountDefinition(
        account.code(),
        account.name(),
        account.type(),
        account.normalSide(),
        parent,
        account.clearing(),
        account.currencies(),
        account.purpose());
  }

  public static AccountDefinition only(AccountDefinition account, Currency... currencies) {
    return new AccountDefinition(
        account.code(),
        account.name(),
        account.type(),
        account.normalSide(),
        account.parent(),
        account.clearing(),
        List.of(currencies),
        account.purpose());
  }

  public static OpenAccount open(AccountDefinition account) {
    return new OpenAccount(CHART, account, NOW);
  }

  public static CloseAccount close(AccountCode code) {
    return new CloseAccount(CHART, code, NOW);
  }

  public static ReopenAccount reopen(AccountCode code) {
    return new ReopenAccount(CHART, code, NOW);
  }

  public static LoadChart load(LoadChart.Item... items) {
    return new LoadChart(CHART, List.of(items), NOW);
  }

  public static LoadChart.Item item(AccountDefinition account) {
    return new LoadChart.Item(account, true);
  }
}
