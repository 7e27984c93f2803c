package io.cascadeledger.projections;

import io.cascadeledger.bank.BankStatementId;
import io.cascadeledger.bank.BankStatementImported;
import io.cascadeledger.bank.StatementContent;
import io.cascadeledger.bank.StatementLine;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.AccountChanged;
import io.cascadeledger.journal.chart.AccountClosed;
import io.cascadeledger.journal.chart.AccountOpened;
import io.cascadeledger.journal.chart.AccountReopened;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.PeriodRules;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a tenant does to its books besides what its loans do, as the events that it leaves. */
public final class Books {

  private static final ManualEntryText TEXT =
      new ManualEntryText("Said; \"so\".", "ref|7", Metadata.of(Map.of("case", "größer, als")));

  private final Lender lender;
  private final MemoryEvents events;

  /** The books of a lender. */
  public Books(Lender lender, MemoryEvents events) {
    this.lender = lender;
    this.events = events;
  }

  /** Opens an account. */
  public AccountDefinition open(String code, String name) {
    AccountDefinition account =
        new AccountDefinition(
            new AccountCode(code),
            name,
            AccountType.ASSET,
            Side.DEBIT,
            null,
            true,
            List.of(),
            null);
    append(new AccountOpened(chart(), account, date(), lender.now().postedAt()));
    return account;
  }

  /** Defines an account otherwise. */
  public void change(AccountDefinition account) {
    append(new AccountChanged(chart(), account, date(), lender.now().postedAt()));
  }

  /** Closes an account. */
  public void close(AccountCode code) {
    append(new AccountClosed(chart(), code, date(), lender.now().postedAt()));
  }

  /** Opens a closed account again. */
  public void reopen(AccountCode code) {
    append(new AccountReopened(chart(), code, date(), lender.now().postedAt()));
  }

  private ChartId chart() {
    return new ChartId(lender.tenant());
  }

  private LocalDate date() {
    return lender.now().businessDate();
  }

  /** Settles whether manual entries need another's approval. */
  public void fourEyes(boolean wanted) {
    append(
        new BooksSettingsChanged(
            new BooksSettingsId(lender.tenant()),
            wanted,
            PeriodRules.STANDARD,
            date(),
            lender.now().postedAt()));
  }

  /** Books an entry of the settled layer at once. */
  public ManualEntryPosted post(LocalDate date, Lines lines) {
    return post(Layer.SETTLED, date, lines);
  }

  /** Books an entry at once. */
  public ManualEntryPosted post(Layer layer, LocalDate date, Lines lines) {
    ManualEntryId id = new ManualEntryId(lender.tenant(), lender.nextId());
    return append(
        new ManualEntryPosted(
            id,
            "alice",
            null,
            null,
            TEXT,
            layer.named(),
            entry(id, date, lines),
            lender.now().postedAt()));
  }

  /** Writes a draft for the settled layer. */
  public ManualEntryDrafted draft(LocalDate date, Lines lines) {
    return draft(Layer.SETTLED, date, lines);
  }

  /** Writes a draft. */
  public ManualEntryDrafted draft(Layer layer, LocalDate date, Lines lines) {
    ManualEntryId id = new ManualEntryId(lender.tenant(), lender.nextId());
    return append(
        new ManualEntryDrafted(
            id, "alice", TEXT, layer.named(), entry(id, date, lines), lender.now().postedAt()));
  }

  private static JournalEntry entry(ManualEntryId id, LocalDate date, Lines lines) {
    return new JournalEntry(id.value(), EntryType.MANUAL_ADJUSTMENT, date, lines);
  }

  /** Books a draft. */
  public ManualEntryPosted approve(ManualEntryDrafted draft) {
    return append(
        new ManualEntryPosted(
            draft.manualEntry(),
            draft.author(),
            "bob",
            "Seen.",
            draft.text(),
            draft.layer(),
            draft.draft(),
            lender.now().postedAt()));
  }

  /** Rejects a draft. */
  public void reject(ManualEntryDrafted draft) {
    append(
        new ManualEntryRejected(
            draft.manualEntry(), "bob", "No receipt.", date(), lender.now().postedAt()));
  }

  /** Undoes an entry. */
  public ManualEntryReversed reverse(ManualEntryPosted posted, LocalDate date) {
    UUID reversal = lender.nextId();
    return append(
        new ManualEntryReversed(
            posted.manualEntry(),
            "error_correction",
            "Booked twice",
            Metadata.NONE,
            posted.layer(),
            posted.entry().reversal(reversal, date),
            lender.now().postedAt()));
  }

  /** Brings in a bank's statement. */
  public BankStatementImported importStatement(
      String name, LocalDate from, LocalDate to, List<StatementLine> lines) {
    StatementContent content =
        new StatementContent(
            "DE02", name, Currency.getInstance("USD"), from, to, null, null, lines);
    return append(
        new BankStatementImported(
            BankStatementId.of(lender.tenant(), "DE02", name), content, lender.now().postedAt()));
  }

  private <E extends LedgerEvent> E append(E event) {
    events.append(List.of(event));
    return event;
  }
}
