package io.cascadeledger.projections.balance;

import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.AccountType;
import io.cascadeledger.journal.ChartOfAccounts;
import io.cascadeledger.journal.Side;
import io.cascadeledger.journal.chart.Chart;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads charts of accounts. */
public final class ChartQueries {

  private final DatabaseClient database;

  /** Queries on a database. */
  public ChartQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The accounts of a tenant: the built-in ones, and what it has added to them or said of them. */
  public Mono<Chart> chart(String tenant) {
    return database
        .sql("SELECT * FROM account WHERE tenant = :tenant")
        .bind("tenant", tenant)
        .map(ChartQueries::account)
        .all()
        .collectList()
        .map(Chart::with);
  }

  private static Account account(Readable row) {
    AccountCode code = new AccountCode(row.get("account_code", String.class));
    String parent = row.get("parent_code", String.class);
    String currencies = row.get("currencies", String.class);
    AccountDefinition definition =
        new AccountDefinition(
            code,
            row.get("name", String.class),
            AccountType.valueOf(row.get("type", String.class).toUpperCase(Locale.ROOT)),
            Side.valueOf(row.get("normal_side", String.class).toUpperCase(Locale.ROOT)),
            parent == null ? null : new AccountCode(parent),
            row.get("clearing", Boolean.class),
            Arrays.stream(currencies.split(" "))
                .filter(currency -> !currency.isEmpty())
                .map(Currency::getInstance)
                .toList(),
            row.get("purpose", String.class));
    boolean control = ChartOfAccounts.find(code).map(Account::control).orElse(false);
    return new Account(definition, control, row.get("open", Boolean.class));
  }
}
