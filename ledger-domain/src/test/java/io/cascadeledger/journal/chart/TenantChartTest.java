package io.cascadeledger.journal.chart;

import static io.cascadeledger.given.BooksCommands.BANK;
import static io.cascadeledger.given.BooksCommands.CASH;
import static io.cascadeledger.given.BooksCommands.CHART;
import static io.cascadeledger.given.BooksCommands.asset;
import static io.cascadeledger.given.BooksCommands.close;
import static io.cascadeledger.given.BooksCommands.item;
import static io.cascadeledger.given.BooksCommands.load;
import static io.cascadeledger.given.BooksCommands.open;
import static io.cascadeledger.given.BooksCommands.reopen;
import static io.cascadeledger.given.BooksCommands.under;
import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.given.InMemoryLedger;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.ChartOfAccounts;
import org.junit.jupiter.api.Test;

final class TenantChartTest {
  private static final AccountDefinition BANK_ACCOUNT = asset(BANK, "Bank");

  private final InMemoryLedger ledger = new InMemoryLedger();

  private Chart chart() {
    Chart chart = new Chart();
    ledger.events().forEach(event -> chart.evolve((ChartEvent) event));
    return chart;
  }

  @Test
  void a_chart_begins_with_the_accounts_of_loans() {
    assertThat(new Chart().accounts()).containsExactlyElementsOf(ChartOfAccounts.accounts());
  }

  @Test
  void an_account_is_opened_closed_and_opened_again() {
    ledger.accept(open(BANK_ACCOUNT), close(BANK));
    assertThat(chart().find(BANK)).contains(new Account(BANK_ACCOUNT, false, false));

    ledger.accept(reopen(BANK));

    assertThat(chart().find(BANK)).contains(new Account(BANK_ACCOUNT, false, true));
    assertThat(ledger.events())
        .containsExactly(
            new AccountOpened(CHART, BANK_ACCOUNT, TODAY, NOW.postedAt()),
            new AccountClosed(CHART, BANK, TODAY, NOW.postedAt()),
            new AccountReopened(CHART, BANK, TODAY, NOW.postedAt()));
  }

  @Test
  void a_list_opens_changes_and_closes_and_leaves_the_rest_as_it_is() {
    AccountCode other = new AccountCode("1910");
    AccountDefinition renamed = under(asset(BANK, "House Bank"), new AccountCode("1920"));
    ledger.accept(open(BANK_ACCOUNT), open(asset(other, "Petty Cash")));

    ledger.accept(
        load(
            item(renamed),
            item(asset(new AccountCode("1920"), "Banks")),
            new LoadChart.Item(asset(other, "Petty Cash"), false)));

    assertThat(chart().find(BANK)).contains(new Account(renamed, false, true));
    assertThat(chart().find(other).orElseThrow().open()).isFalse();
    assertThat(chart().accounts()).hasSize(ChartOfAccounts.accounts().size() + 3);
    assertThat(ledger.eventsFrom(2).getFirst())
        .isEqualTo(new ChartLoaded(CHART, 1, 1, 1, 0, TODAY, NOW.postedAt()));
  }

  @Test
  void a_list_that_says_what_is_changes_nothing() {
    ledger.accept(load(item(BANK_ACCOUNT)), load(item(BANK_ACCOUNT)));

    assertThat(ledger.eventsFrom(2))
        .containsExactly(new ChartLoaded(CHART, 0, 0, 0, 0, TODAY, NOW.postedAt()));
  }

  @Test
  void an_account_of_loans_can_be_called_otherwise_and_stays_what_it_is() {
    AccountDefinition cash = ChartOfAccounts.find(CASH).orElseThrow().definition();
    AccountDefinition renamed =
        new AccountDefinition(
            CASH,
            "Geldtransit",
            cash.type(),
            cash.normalSide(),
            null,
            cash.clearing(),
            cash.currencies(),
            null);

    ledger.accept(load(item(renamed)));

    assertThat(chart().find(CASH)).contains(new Account(renamed, false, true));
  }
}
