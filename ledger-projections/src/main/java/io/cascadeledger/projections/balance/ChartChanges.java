package io.cascadeledger.projections.balance;

import static io.cascadeledger.projections.sql.RowsStatement.bool;
import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.text;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.AccountDefinition;
import io.cascadeledger.journal.chart.AccountChanged;
import io.cascadeledger.journal.chart.AccountClosed;
import io.cascadeledger.journal.chart.AccountOpened;
import io.cascadeledger.journal.chart.AccountReopened;
import io.cascadeledger.journal.chart.ChartEvent;
import io.cascadeledger.journal.chart.ChartLoaded;
import io.cascadeledger.projections.sql.RowsStatement;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a chunk of events changes of the tenants' charts: the last word on each account. */
final class ChartChanges {

  private record Key(String tenant, AccountCode code) {}

  private static final RowsStatement<Entry<Key, AccountDefinition>> DEFINE =
      new RowsStatement<>(
          """
          INSERT INTO account (tenant, account_code, name, type, normal_side, parent_code, clearing,
              currencies, purpose)
          SELECT * FROM given
          ON CONFLICT (tenant, account_code) DO UPDATE
             SET name        = excluded.name,
                 parent_code = excluded.parent_code,
                 clearing    = excluded.clearing,
                 currencies  = excluded.currencies,
                 purpose     = excluded.purpose
          """,
          List.of(
              text("tenant", row -> row.getKey().tenant()),
              text("account_code", row -> row.getKey().code().value()),
              text("name", row -> row.getValue().name()),
              constant("type", row -> row.getValue().type()),
              constant("normal_side", row -> row.getValue().normalSide()),
              text("parent_code", row -> code(row.getValue().parent())),
              bool("clearing", row -> row.getValue().clearing()),
              text("currencies", row -> currencies(row.getValue())),
              text("purpose", row -> row.getValue().purpose())));

  private static final RowsStatement<Entry<Key, Boolean>> SET_OPEN =
      new RowsStatement<>(
          """
          UPDATE account
             SET open = given.open
            FROM given
           WHERE account.tenant = given.tenant AND account.account_code = given.account_code
          """,
          List.of(
              text("tenant", row -> row.getKey().tenant()),
              text("account_code", row -> row.getKey().code().value()),
              bool("open", Entry::getValue)));

  private final Map<Key, AccountDefinition> definitions = new HashMap<>();
  private final Map<Key, Boolean> open = new HashMap<>();

  private static String code(AccountCode code) {
    return code == null ? null : code.value();
  }

  private static String currencies(AccountDefinition account) {
    return account.currencies().stream()
        .map(Currency::getCurrencyCode)
        .collect(Collectors.joining(" "));
  }

  void add(ChartEvent event) {
    switch (event) {
      case ChartLoaded _ -> {
        // What it changed follows.
      }
      case AccountOpened it -> define(it.tenant(), it.account());
      case AccountChanged it -> define(it.tenant(), it.account());
      case AccountClosed it -> open.put(new Key(it.tenant(), it.code()), false);
      case AccountReopened it -> open.put(new Key(it.tenant(), it.code()), true);
    }
  }

  private void define(String tenant, AccountDefinition account) {
    definitions.put(new Key(tenant, account.code()), account);
  }

  /** Writes what is changed: accounts before whether they are open. */
  void write(JdbcTemplate jdbc) {
    DEFINE.execute(jdbc, List.copyOf(definitions.entrySet()));
    SET_OPEN.executeForEach(jdbc, List.copyOf(open.entrySet()), "accounts closed or opened");
  }
}
