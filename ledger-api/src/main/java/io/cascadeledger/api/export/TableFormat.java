package io.cascadeledger.api.export;

import java.util.List;
import org.springframework.http.MediaType;

/** The forms that an exported table can have. */
enum TableFormat {
  CSV("csv"),
  PARQUET("parquet");

  private final String suffix;

  TableFormat(String suffix) {
    this.suffix = suffix;
  }

  MediaType type() {
    return this == CSV ? Export.CSV : Export.PARQUET;
  }

  /** How a file of this form is called behind the dot. */
  String suffix() {
    return suffix;
  }

  <R> TableWriter<R> writer(List<Column<R>> columns) {
    return switch (this) {
      case CSV -> new CsvTableWriter<>(columns);
      case PARQUET -> new ParquetTableWriter<>(columns);
    };
  }
}
