package io.cascadeledger.projections.sql;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One SQL statement for any number of rows, which it finds as the table {@code given}. Each column
 * travels as one array, of a type that the driver writes in binary. One round trip and one
 * execution, whatever the number.
 *
 * @param <R> what a row is made from
 */
public final class RowsStatement<R> {

  /**
   * One column of {@code given}, or of a {@link RowsCopy}.
   *
   * @param <R> what a row is made from
   * @param name its name
   * @param element the type of the array's elements in Java
   * @param wire the same, as PostgreSQL calls it
   * @param expression what makes the column out of an element, as a format that takes the name
   * @param value the row's element; null is NULL
   * @param copy adds the row's field to a copy, whose column must have the very type
   */
  public record Column<R>(
      String name,
      Class<?> element,
      String wire,
      String expression,
      Function<R, ?> value,
      BiConsumer<CopyBytes, R> copy) {

    private java.sql.Array array(Connection connection, List<R> rows) throws SQLException {
      Object[] elements = (Object[]) Array.newInstance(element, rows.size());
      for (int index = 0; index < elements.length; index++) {
        elements[index] = value.apply(rows.get(index));
      }
      return connection.createArrayOf(wire, elements);
    }
  }

  private final String sql;
  private final List<Column<R>> columns;

  /**
   * A statement.
   *
   * @param sql the statement, which reads {@code given}
   * @param columns the columns of {@code given}
   */
  public RowsStatement(String sql, List<Column<R>> columns) {
    this.sql =
        "WITH given AS (SELECT %s FROM unnest(%s) AS sent (%s))\n%s"
            .formatted(
                join(columns, it -> it.expression().formatted(it.name()) + " AS " + it.name()),
                join(columns, it -> "?::" + it.wire() + "[]"),
                join(columns, Column::name),
                sql);
    this.columns = List.copyOf(columns);
  }

  private static <R> String join(List<Column<R>> columns, Function<Column<R>, String> part) {
    return columns.stream().map(part).collect(Collectors.joining(", "));
  }

  /** A column of text. */
  public static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(
        name, String.class, "text", "%s", value, (copy, row) -> copy.text(value.apply(row)));
  }

  /** A column of names of constants, in lower case. */
  public static <R> Column<R> constant(String name, Function<R, ? extends Enum<?>> value) {
    return text(name, row -> lowerCase(value.apply(row)));
  }

  /** A column of identifiers. */
  public static <R> Column<R> uuid(String name, Function<R, UUID> value) {
    return asText(name, "%s::uuid", value, (copy, row) -> copy.uuid(value.apply(row)));
  }

  /** A column of dates. */
  public static <R> Column<R> date(String name, Function<R, LocalDate> value) {
    return new Column<>(
        name,
        Integer.class,
        "int4",
        "DATE 'epoch' + %s",
        row -> {
          LocalDate date = value.apply(row);
          return date == null ? null : Math.toIntExact(date.toEpochDay());
        },
        (copy, row) -> copy.date(value.apply(row)));
  }

  /** A column of moments, to the microsecond. */
  public static <R> Column<R> timestamp(String name, Function<R, Instant> value) {
    return new Column<>(
        name,
        Long.class,
        "int8",
        "TIMESTAMPTZ 'epoch' + %s * INTERVAL '1 microsecond'",
        row -> {
          Instant moment = value.apply(row);
          return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        },
        (copy, row) -> copy.timestamp(value.apply(row)));
  }

  /** A column of whole numbers of at most 64 bits. */
  public static <R> Column<R> bigint(String name, Function<R, Long> value) {
    return number(name, Long.class, "int8", Long.BYTES, value);
  }

  /** A column of whole numbers of at most 32 bits. */
  public static <R> Column<R> integer(String name, Function<R, Integer> value) {
    return number(name, Integer.class, "int4", Integer.BYTES, value);
  }

  /** A column of whole numbers of at most 16 bits. */
  public static <R> Column<R> smallint(String name, Function<R, Short> value) {
    return number(name, Short.class, "int2", Short.BYTES, value);
  }

  private static <R> Column<R> number(
      String name, Class<?> element, String wire, int bytes, Function<R, ? extends Number> value) {
    return new Column<>(
        name, element, wire, "%s", value, (copy, row) -> copy.number(value.apply(row), bytes));
  }

  /** A column of truth values. */
  public static <R> Column<R> bool(String name, Function<R, Boolean> value) {
    return new Column<>(
        name, Boolean.class, "bool", "%s", value, (copy, row) -> copy.bool(value.apply(row)));
  }

  /** A column of whole numbers of any size. */
  public static <R> Column<R> numeric(String name, Function<R, ? extends Number> value) {
    return asText(name, "%s::numeric", value, (copy, row) -> copy.numeric(value.apply(row)));
  }

  /** A column of JSON documents. */
  public static <R> Column<R> json(String name, Function<R, String> value) {
    return asText(name, "%s::jsonb", value, (copy, row) -> copy.json(value.apply(row)));
  }

  private static <R> Column<R> asText(
      String name, String expression, Function<R, ?> value, BiConsumer<CopyBytes, R> copy) {
    return new Column<>(
        name,
        String.class,
        "text",
        expression,
        row -> Objects.toString(value.apply(row), null),
        copy);
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
