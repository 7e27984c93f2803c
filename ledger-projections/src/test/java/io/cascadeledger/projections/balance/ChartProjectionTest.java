package io.cascadeledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.money.Money;
import io.cascadeledger.projections.Books;
import io.cascadeledger.projections.Lender;
import io.cascadeledger.projections.Projections;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChartProjectionTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final AccountCode BANK = new AccountCode("1900");

  private final Projections projections = Projections.start(100);
  private final Books books =
      new Books(new Lender("acme", projections.events()), projections.events());

  @AfterEach
  void close() {
    projections.close();
  }

  private Chart chart() {
    projections.catchUp();
    return projections.charts().chart("acme").block();
  }

  @Test
  void a_tenant_that_has_said_nothing_has_the_built_in_accounts() {
    assertThat(chart().accounts()).containsExactlyElementsOf(ChartOfAccounts.accounts());
  }

  @Test
  void an_account_is_read_as_it_was_last_defined_opened_or_closed() {
    AccountDefinition account = books.open("1900", "House Bank");
    AccountDefinition changed =
        new AccountDefinition(
            BANK,
            "Bank",
            AccountType.ASSET,
            Side.DEBIT,
            new AccountCode("1000"),
            false,
            List.of(Currency.getInstance("USD"), Currency.getInstance("JPY")),
            "What is at the bank.");
    books.close(BANK);
    assertThat(chart().find(BANK)).contains(new Account(account, false, false));

    books.change(changed);
    books.reopen(BANK);

    assertThat(chart().find(BANK)).contains(new Account(changed, false, true));
    assertThat(projections.charts().chart("other").block().find(BANK)).isEmpty();
  }

  @Test
  void an_account_may_be_opened_and_closed_in_one_chunk() {
    projections.stop();
    AccountDefinition account = books.open("1900", "House Bank");
    books.close(BANK);
    projections.readInOneChunk(new BalanceProjection(projections.jdbc()));

    assertThat(projections.charts().chart("acme").block().find(BANK))
        .contains(new Account(account, false, false));
  }

  @Test
  void the_trial_balance_has_the_accounts_of_the_tenant_under_its_names() {
    books.open("1900", "House Bank");
    AccountDefinition cash =
        ChartOfAccounts.find(new AccountCode("1000")).orElseThrow().definition();
    books.change(
        new AccountDefinition(
            cash.code(),
            "Geldtransit",
            cash.type(),
            cash.normalSide(),
            null,
            cash.clearing(),
            cash.currencies(),
            null));
    Money amount = Money.ofMinor(700, "USD");
    books.post(MAY, Lines.builder().debit(BANK, amount).credit(cash.code(), amount).build());
    projections.catchUp();

    List<AccountTotals> totals = projections.balances().trialBalance("acme", MAY).block();

    assertThat(totals)
        .extracting(it -> it.account().name() + " " + it.normalBalanceMinor())
        .contains("House Bank 700", "Geldtransit -700")
        .hasSize(ChartOfAccounts.accounts().size() + 1);
    assertThat(chart().find(cash.code()).orElseThrow().control()).isFalse();
    assertThat(
            projections
                .balances()
                .account("acme", BANK, amount.currency(), Layer.SETTLED, MAY)
                .block()
                .debitMinor())
        .isEqualTo(700);
    assertThat(
            projections
                .balances()
                .account("other", BANK, amount.currency(), Layer.SETTLED, MAY)
                .block())
        .isNull();
  }
}
