package io.cascadeledger.projections.loan;

import static io.cascadeledger.projections.sql.RowsStatement.constant;
import static io.cascadeledger.projections.sql.RowsStatement.date;
import static io.cascadeledger.projections.sql.RowsStatement.numeric;
import static io.cascadeledger.projections.sql.RowsStatement.text;
import static io.cascadeledger.projections.sql.RowsStatement.uuid;

import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanExit;
import io.cascadeledger.projections.sql.RowsStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where loans stand: what rare events change, one after the other. */
final class StandingTable {

  private static final String READ =
      """
      SELECT tenant, loan_id, exit, exit_entry_id, exit_minor, closed_on
        FROM loan
        JOIN unnest(?::text[], ?::uuid[]) AS wanted (tenant, loan_id) USING (tenant, loan_id)
      """;

  private static final RowsStatement<LoanStanding> UPDATE =
      new RowsStatement<>(
          """
          UPDATE loan
             SET exit = given.exit, exit_entry_id = given.exit_entry_id,
                 exit_minor = given.exit_minor, closed_on = given.closed_on
            FROM given
           WHERE loan.tenant = given.tenant AND loan.loan_id = given.loan_id
          """,
          List.of(
              text("tenant", standing -> standing.loan().tenant()),
              uuid("loan_id", standing -> standing.loan().value()),
              constant("exit", LoanStanding::exit),
              uuid("exit_entry_id", LoanStanding::exitEntryId),
              numeric("exit_minor", LoanStanding::exitMinor),
              date("closed_on", LoanStanding::closedOn)));

  private StandingTable() {}

  /**
   * Takes events into account.
   *
   * @param changes the events of each loan, in their order
   */
  static void write(JdbcTemplate jdbc, Map<LoanId, List<LoanEvent>> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<LoanStanding> after = new ArrayList<>();
    for (LoanStanding before : read(jdbc, List.copyOf(changes.keySet()))) {
      LoanStanding standing = before;
      for (LoanEvent event : changes.get(before.loan())) {
        standing = StandingChange.after(standing, event);
      }
      after.add(standing);
    }
    if (after.size() != changes.size()) {
      throw new IllegalStateException(
          "loans that have changed: %d known of %d".formatted(after.size(), changes.size()));
    }
    UPDATE.executeForEach(jdbc, after, "loans that have changed");
  }

  private static List<LoanStanding> read(JdbcTemplate jdbc, List<LoanId> loans) {
    return jdbc.query(
        READ,
        statement -> {
          statement.setArray(
              1,
              statement
                  .getConnection()
                  .createArrayOf("text", loans.stream().map(LoanId::tenant).toArray()));
          statement.setArray(
              2,
              statement
                  .getConnection()
                  .createArrayOf("uuid", loans.stream().map(LoanId::value).toArray()));
        },
        (row, _) ->
            new LoanStanding(
                new LoanId(row.getString("tenant"), row.getObject("loan_id", UUID.class)),
                LoanExit.valueOf(row.getString("exit").toUpperCase(Locale.ROOT)),
                row.getObject("exit_entry_id", UUID.class),
                row.getBigDecimal("exit_minor").toBigIntegerExact(),
                row.getObject("closed_on", LocalDate.class)));
  }
}
