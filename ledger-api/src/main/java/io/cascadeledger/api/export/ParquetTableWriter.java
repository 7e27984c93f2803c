package io.cascadeledger.api.export;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.api.parquet.ParquetField;
import io.cascadeledger.api.parquet.ParquetType;
import io.cascadeledger.api.parquet.ParquetWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a file of Parquet, with columns of the types that the values have. */
final class ParquetTableWriter<R> implements TableWriter<R> {

  private final List<Column<R>> columns;
  private final ParquetWriter file;

  ParquetTableWriter(List<Column<R>> columns) {
    this.columns = columns;
    this.file =
        new ParquetWriter(
            columns.stream()
                .map(column -> new ParquetField(column.name(), type(column.type())))
                .toList(),
            "cascade-ledger version " + BuildInfo.CURRENT.version());
  }

  private static ParquetType type(Column.Type type) {
    return switch (type) {
      case TEXT -> ParquetType.TEXT;
      case LONG -> ParquetType.INT64;
      case INTEGER -> ParquetType.INT32;
      case SUM -> ParquetType.DECIMAL;
      case DATE -> ParquetType.DATE;
      case TIME -> ParquetType.TIMESTAMP;
    };
  }

  @Override
  public byte[] begin() {
    return file.take();
  }

  @Override
  public byte[] rows(List<R> rows) {
    rows.forEach(row -> file.add(columns.stream().map(column -> value(column, row)).toList()));
    return file.take();
  }

  private static <R> @Nullable Object value(Column<R> column, R row) {
    Object value = column.value().apply(row);
    return value == null || column.type() != Column.Type.TEXT ? value : value.toString();
  }

  @Override
  public byte[] end() {
    file.end();
    return file.take();
  }
}
