package io.cascadeledger.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.database.DatabaseAddress;
import io.cascadeledger.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionTablesTest {

  private static final String BALANCE =
      """
      INSERT INTO account_daily_total (tenant, account_code, currency, effective_date, debit_minor,
          credit_minor)
      VALUES ('bench', '%s', 'USD', '2026-05-01', %d, 0);
      """;

  private static final String ONE = "1000";
  private static final String OTHER = "1200";

  private final TestDatabase server = TestDatabase.create();
  private final Database database = new Database(DatabaseAddress.parse(server.url()));
  private final ProjectionTables balances = ProjectionTables.of(database).get("balances");

  @BeforeEach
  void write() throws SQLException {
    database.execute(BALANCE.formatted(ONE, 1) + BALANCE.formatted(OTHER, 2));
    database.execute("UPDATE projection_position SET position = 7 WHERE projection = 'balances'");
    database.execute(
        "INSERT INTO token_entry (processor_name, segment) VALUES ('balances', 0), ('loans', 0)");
  }

  @AfterEach
  void drop() {
    server.drop();
  }

  @Test
  void contents_are_told_of_the_filled_tables_and_nothing_changes() throws SQLException {
    assertThat(balances.contents()).containsOnlyKeys("account_daily_total");
    assertThat(balances.contents().get("account_daily_total")).startsWith("2 rows, ");
    assertThat(ProjectionTables.of(database).get("journal").contents()).isEmpty();
  }

  @Test
  void contents_do_not_depend_on_the_order_of_the_rows_but_on_each_value() throws SQLException {
    var before = balances.contents();
    database.execute("TRUNCATE account_daily_total");
    database.execute(BALANCE.formatted(OTHER, 2) + BALANCE.formatted(ONE, 1));
    assertThat(balances.contents()).isEqualTo(before);
    database.execute("TRUNCATE account_daily_total");
    database.execute(BALANCE.formatted(OTHER, 1) + BALANCE.formatted(ONE, 2));
    assertThat(balances.contents()).isNotEqualTo(before);
  }

  @Test
  void after_a_reset_the_projection_begins_at_the_first_event() throws SQLException {
    balances.reset();
    assertThat(balances.contents()).isEmpty();
    assertThat(
            database.number(
                "SELECT position FROM projection_position WHERE projection = 'balances'"))
        .isZero();
    assertThat(database.text("SELECT string_agg(processor_name, ',') FROM token_entry"))
        .isEqualTo("loans");
  }
}
