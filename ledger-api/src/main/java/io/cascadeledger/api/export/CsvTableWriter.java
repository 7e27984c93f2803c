package io.cascadeledger.api.export;

import io.cascadeledger.api.csv.CsvRows;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes comma-separated values, with the names of the columns in the first line.
 *
 * @param columns the columns
 */
record CsvTableWriter<R>(List<Column<R>> columns) implements TableWriter<R> {

  @Override
  public byte[] begin() {
    return bytes(new CsvRows().add(columns.stream().map(Column::name).toList()));
  }

  @Override
  public byte[] rows(List<R> rows) {
    CsvRows text = new CsvRows();
    for (R row : rows) {
      text.add(columns.stream().map(column -> column.value().apply(row)).toList());
    }
    return bytes(text);
  }

  /** Whoever reads a table counts its lines. */
  @Override
  public byte[] end() {
    return new byte[0];
  }

  private static byte[] bytes(CsvRows rows) {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }
}
