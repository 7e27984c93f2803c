package io.cascadeledger.bench.database;

import io.cascadeledger.projections.Projection;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tables of one projection. Which they are is found out by what its own reset empties, so
 * nothing here must be kept in step with it.
 */
public final class ProjectionTables {

  private static final List<Function<JdbcTemplate, Projection>> ALL =
      List.of(BalanceProjection::new, JournalProjection::new, LoanProjection::new);

  private final Database database;
  private final Function<JdbcTemplate, Projection> projection;

  private ProjectionTables(Database database, Function<JdbcTemplate, Projection> projection) {
    this.database = database;
    this.projection = projection;
  }

  /** Those of each projection, by its name. */
  public static Map<String, ProjectionTables> of(Database database) {
    Map<String, ProjectionTables> all = new TreeMap<>();
    for (Function<JdbcTemplate, Projection> each : ALL) {
      String name = each.apply(new JdbcTemplate()).name();
      all.put(name, new ProjectionTables(database, each));
    }
    return all;
  }

  /** Empties the tables, and lets the projection begin at the first event. No server may run. */
  public void reset() throws SQLException {
    inTransaction(
        true,
        jdbc -> {
          Projection reset = projection.apply(jdbc);
          reset.reset();
          return jdbc.update("DELETE FROM token_entry WHERE processor_name = ?", reset.name());
        });
  }

  /**
   * What the tables hold: for each a number of rows and a sum over all rows that does not depend on
   * their order. Tables without rows are left out.
   */
  public Map<String, String> contents() throws SQLException {
    Map<String, String> contents = new TreeMap<>();
    for (String table : inTransaction(false, this::emptiedByReset)) {
      contents.put(
          table,
          database.text(
              """
              SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 1)::numeric), 0)
                     || ', ' || coalesce(sum(hashtextextended(t::text, 2)::numeric), 0)
              FROM %s t
              """
                  .formatted(table)));
    }
    return contents;
  }

  private List<String> emptiedByReset(JdbcTemplate jdbc) {
    List<String> filled = tables(jdbc).filter(table -> hasRows(jdbc, table)).toList();
    projection.apply(jdbc).reset();
    return filled.stream().filter(table -> !hasRows(jdbc, table)).toList();
  }

  private static Stream<String> tables(JdbcTemplate jdbc) {
    return jdbc
        .queryForList(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
            String.class)
        .stream();
  }

  private static boolean hasRows(JdbcTemplate jdbc, String table) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("SELECT EXISTS (SELECT FROM %s)".formatted(table), Boolean.class));
  }

  private <T> T inTransaction(boolean commit, Function<JdbcTemplate, T> action)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      T result = action.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
      if (commit) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return result;
    }
  }
}
