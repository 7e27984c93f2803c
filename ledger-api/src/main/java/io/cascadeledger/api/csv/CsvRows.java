package io.cascadeledger.api.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Rows of comma-separated values, as RFC 4180 has them. Text that others have written stays text
 * when a spreadsheet opens it: what it would read as a formula has an apostrophe before it.
 */
public final class CsvRows {

  private static final ObjectWriter CSV =
      CsvMapper.builder()
          .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
          .build()
          .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

  /** What makes a spreadsheet read text as a formula, if it comes first. */
  private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Adds a row.
   *
   * @param values its values: text, or anything that is written as its {@code toString} has it; a
   *     value that is null is empty
   */
  public CsvRows add(@Nullable Object... values) {
    return add(Arrays.asList(values));
  }

  /** Adds a row. */
  public CsvRows add(List<? extends @Nullable Object> values) {
    rows.add(values.stream().map(CsvRows::text).toList());
    return this;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      return BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
    return value == null ? "" : value.toString();
  }

  /** The rows, each with the end of its line. */
  @Override
  public String toString() {
    return CSV.writeValueAsString(rows);
  }
}
