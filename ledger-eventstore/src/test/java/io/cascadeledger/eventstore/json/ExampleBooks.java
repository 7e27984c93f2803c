package io.cascadeledger.eventstore.json;

import static io.cascadeledger.eventstore.json.ExampleEvents.DAY;
import static io.cascadeledger.eventstore.json.ExampleEvents.NOTES;
import static io.cascadeledger.eventstore.json.ExampleEvents.POSTED_AT;
import static io.cascadeledger.eventstore.json.ExampleEvents.entry;
import static io.cascadeledger.eventstore.json.ExampleEvents.id;
import static io.cascadeledger.eventstore.json.ExampleEvents.usd;
import static io.cascadeledger.journal.ChartOfAccounts.ADJUSTMENTS;
import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;

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
import io.cascadeledger.journal.chart.ChartLoaded;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.manual.ManualEntryText;
import io.cascadeledger.journal.settings.BooksSettingsChanged;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.journal.settings.LatePostings;
import io.cascadeledger.journal.settings.PeriodRules;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What can happen to the books besides the movements of loans, with nothing left out. */
final class ExampleBooks {

  private static final ManualEntryId ENTRY = new ManualEntryId("acme", id(30));
  private static final ChartId CHART = new ChartId("acme");
  private static final AccountCode BANK = new AccountCode("1910");
  private static final ManualEntryText TEXT =
      new ManualEntryText("A fee of the bank.", "bank-2026-03-31-7", NOTES);

  private ExampleBooks() {}

  static Stream<LedgerEvent> all() {
    return Stream.of(
        drafted(Layer.ENCUMBRANCE),
        posted(Layer.ENCUMBRANCE),
        new ManualEntryRejected(ENTRY, "bob", "No receipt.", DAY, POSTED_AT),
        reversed(Layer.ENCUMBRANCE),
        settled(new PeriodRules(true, LatePostings.FIRST_OPEN_DAY)),
        new ChartLoaded(CHART, 1, 2, 3, 4, DAY, POSTED_AT),
        new AccountOpened(CHART, bank("House Bank"), DAY, POSTED_AT),
        new AccountChanged(CHART, bank("Bank"), DAY, POSTED_AT),
        new AccountClosed(CHART, BANK, DAY, POSTED_AT),
        new AccountReopened(CHART, BANK, DAY, POSTED_AT),
        new BankStatementImported(
            BankStatementId.of("acme", "DE02120300000000202051", "2026-03/7"),
            new StatementContent(
                "DE02120300000000202051",
                "2026-03/7",
                Currency.getInstance("USD"),
                DAY.minusDays(6),
                DAY,
                100_000L,
                187_599L,
                List.of(
                    new StatementLine(DAY, DAY.plusDays(1), 88_849, "bank-ref-1", "B-1"),
                    new StatementLine(DAY, DAY, -1_250, "fees", "B-2"))),
            POSTED_AT));
  }

  static ManualEntryDrafted drafted(Layer layer) {
    return new ManualEntryDrafted(ENTRY, "alice", TEXT, layer, written(), POSTED_AT);
  }

  static ManualEntryPosted posted(Layer layer) {
    return new ManualEntryPosted(
        ENTRY, "alice", "bob", "As the bank says.", TEXT, layer, written(), POSTED_AT);
  }

  static ManualEntryReversed reversed(Layer layer) {
    return new ManualEntryReversed(
        ENTRY,
        "error_correction",
        "Booked twice.",
        NOTES,
        layer,
        written().reversal(id(31), DAY),
        POSTED_AT);
  }

  static BooksSettingsChanged settled(PeriodRules periods) {
    return new BooksSettingsChanged(new BooksSettingsId("acme"), true, periods, DAY, POSTED_AT);
  }

  private static JournalEntry written() {
    Lines lines =
        Lines.builder().debit(ADJUSTMENTS, usd(1_250)).credit(CASH_CLEARING, usd(1_250)).build();
    return entry(30, EntryType.MANUAL_ADJUSTMENT, lines);
  }

  private static AccountDefinition bank(String name) {
    return new AccountDefinition(
        BANK,
        name,
        AccountType.ASSET,
        Side.DEBIT,
        new AccountCode("1900"),
        true,
        List.of(Currency.getInstance("USD"), Currency.getInstance("EUR")),
        "What is at the bank.");
  }
}
