package io.cascadeledger.api.export;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table.
 *
 * @param name its name, as the API has it
 * @param type what its values are
 * @param value the value of a row; null if it has none. Of text it may be anything whose {@code
 *     toString} says it
 * @param <R> a row
 */
record Column<R>(String name, Type type, Function<R, @Nullable Object> value) {

  /** What values are. */
  enum Type {
    /** Text. */
    TEXT,
    /** A {@code Long}: an amount in minor units, a position. */
    LONG,
    /** An {@code Integer}. */
    INTEGER,
    /** A {@code BigInteger} of at most 38 digits: a sum in minor units. */
    SUM,
    /** A {@code LocalDate}. */
    DATE,
    /** An {@code Instant}, to the microsecond. */
    TIME
  }

  static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
    return new Column<>(name, Type.TEXT, value);
  }

  static <R> Column<R> number(String name, Function<R, @Nullable Long> value) {
    return new Column<>(name, Type.LONG, value::apply);
  }

  static <R> Column<R> integer(String name, Function<R, @Nullable Integer> value) {
    return new Column<>(name, Type.INTEGER, value::apply);
  }

  static <R> Column<R> sum(String name, Function<R, @Nullable BigInteger> value) {
    return new Column<>(name, Type.SUM, value::apply);
  }

  static <R> Column<R> date(String name, Function<R, @Nullable LocalDate> value) {
    return new Column<>(name, Type.DATE, value::apply);
  }

  static <R> Column<R> time(String name, Function<R, @Nullable Instant> value) {
    return new Column<>(name, Type.TIME, value::apply);
  }
}
