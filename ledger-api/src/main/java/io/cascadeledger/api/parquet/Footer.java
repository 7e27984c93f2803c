package io.cascadeledger.api.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What stands at the end of a file: its columns, and where their values are. */
final class Footer {

  private static final int FORMAT_VERSION = 1;
  private static final int OPTIONAL = 1;
  private static final int MICROSECONDS = 2;

  private final List<ParquetField> fields;
  private final List<Consumer<CompactThrift>> groups = new ArrayList<>();
  private long rows;

  Footer(List<ParquetField> fields) {
    this.fields = fields;
  }

  /** Takes a group of rows into account that was written. */
  void add(int rowsOfGroup, List<ColumnChunk.Written> chunks) {
    rows += rowsOfGroup;
    long size = chunks.stream().mapToLong(ColumnChunk.Written::size).sum();
    List<Consumer<CompactThrift>> columns = chunks.stream().map(Footer::column).toList();
    groups.add(group -> group.structs(1, columns).int64(2, size).int64(3, rowsOfGroup));
  }

  private static Consumer<CompactThrift> column(ColumnChunk.Written chunk) {
    return column ->
        column
            .int64(2, chunk.offset())
            .struct(
                3,
                data ->
                    data.int32(1, chunk.field().type().physical.code)
                        .int32s(2, List.of(ColumnChunk.PLAIN, ColumnChunk.RUN_LENGTHS))
                        .texts(3, List.of(chunk.field().name()))
                        .int32(4, ColumnChunk.GZIP)
                        .int64(5, chunk.values())
                        .int64(6, chunk.size())
                        .int64(7, chunk.compressedSize())
                        .int64(9, chunk.offset()));
  }

  byte[] bytes(String writer) {
    List<Consumer<CompactThrift>> schema = new ArrayList<>();
    schema.add(root -> root.text(4, "table").int32(5, fields.size()));
    fields.forEach(field -> schema.add(element -> describe(field, element)));
    return CompactThrift.struct(
        file ->
            file.int32(1, FORMAT_VERSION)
                .structs(2, schema)
                .int64(3, rows)
                .structs(4, groups)
                .text(6, writer));
  }

  private static void describe(ParquetField field, CompactThrift element) {
    ParquetType type = field.type();
    element.int32(1, type.physical.code);
    if (type == ParquetType.DECIMAL) {
      element.int32(2, ParquetType.DECIMAL_BYTES);
    }
    element.int32(3, OPTIONAL).text(4, field.name());
    if (type.converted != null) {
      element.int32(6, type.converted);
    }
    if (type == ParquetType.DECIMAL) {
      element.int32(7, 0).int32(8, ParquetType.DECIMAL_DIGITS);
    }
    if (type.logical != null) {
      element.struct(10, union -> union.struct(type.logical, it -> logical(type, it)));
    }
  }

  private static void logical(ParquetType type, CompactThrift struct) {
    if (type == ParquetType.DECIMAL) {
      struct.int32(1, 0).int32(2, ParquetType.DECIMAL_DIGITS);
    } else if (type == ParquetType.TIMESTAMP) {
      // In UTC, in microseconds.
      struct.isTrue(1).struct(2, unit -> unit.struct(MICROSECONDS, _ -> {}));
    }
  }
}
