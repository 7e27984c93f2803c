package io.cascadeledger.projections.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One SQL statement for any number of rows: each column travels as one array, and the statement
 * spreads the arrays with {@code unnest}. One round trip and one execution, whatever the number.
 *
 * @param <R> what a row is made from
 */
public final class RowsStatement<R> {

  /**
   * One array parameter of the statement.
   *
   * @param <R> what a row is made from
   * @param type the element type, as PostgreSQL calls it
   * @param value the row's element in PostgreSQL's notation; null is NULL
   */
  public record Column<R>(String type, Function<R, String> value) {

    private Array array(Connection connection, List<R> rows) throws SQLException {
      return connection.createArrayOf(type, rows.stream().map(value).toArray(String[]::new));
    }
  }

  private final String sql;
  private final List<Column<R>> columns;

  /**
   * A statement.
   *
   * @param sql the statement, with one parameter for each column
   * @param columns the columns in the order of the parameters
   */
  public RowsStatement(String sql, List<Column<R>> columns) {
    this.sql = sql;
    this.columns = List.copyOf(columns);
  }

  /** A column of text. */
  public static <R> Column<R> text(Function<R, String> value) {
    return new Column<>("text", value);
  }

  /** A column of names of constants, in lower case. */
  public static <R> Column<R> constant(Function<R, ? extends Enum<?>> value) {
    return new Column<>("text", row -> lowerCase(value.apply(row)));
  }

  /** A column of identifiers. */
  public static <R> Column<R> uuid(Function<R, UUID> value) {
    return column("uuid", value);
  }

  /** A column of dates. */
  public static <R> Column<R> date(Function<R, LocalDate> value) {
    return column("date", value);
  }

  /** A column of moments. */
  public static <R> Column<R> timestamp(Function<R, Instant> value) {
    return column("timestamptz", value);
  }

  /** A column of whole numbers of at most 64 bits. */
  public static <R> Column<R> bigint(Function<R, ? extends Number> value) {
    return column("int8", value);
  }

  /** A column of whole numbers of any size. */
  public static <R> Column<R> numeric(Function<R, ? extends Number> value) {
    return column("numeric", value);
  }

  /** A column of JSON documents. */
  public static <R> Column<R> json(Function<R, String> value) {
    return new Column<>("jsonb", value);
  }

  private static <R> Column<R> column(String type, Function<R, ?> value) {
    return new Column<>(
        type,
        row -> {
          Object element = value.apply(row);
          return element == null ? null : element.toString();
        });
  }

  private static String lowerCase(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Executes the statement; not at all if there are no rows.
   *
   * @return the number of table rows it wrote
   */
  public int execute(JdbcTemplate jdbc, List<R> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    return jdbc.update(
        sql,
        statement -> {
          planEachTime(statement);
          for (int index = 0; index < columns.size(); index++) {
            statement.setArray(
                index + 1, columns.get(index).array(statement.getConnection(), rows));
          }
        });
  }

  /**
   * A plan that is kept was made for a table as it was then: one made while a replay begins reads
   * the whole table for every batch once it has grown.
   */
  private static void planEachTime(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }

  /**
   * Executes the statement, which must write one table row for each row.
   *
   * @param what what the rows are, for the message
   * @throws IllegalStateException if it wrote fewer or more
   */
  public void executeForEach(JdbcTemplate jdbc, List<R> rows, String what) {
    int written = execute(jdbc, rows);
    if (written != rows.size()) {
      throw new IllegalStateException(
          "%s: %d rows written for %d".formatted(what, written, rows.size()));
    }
  }
}
