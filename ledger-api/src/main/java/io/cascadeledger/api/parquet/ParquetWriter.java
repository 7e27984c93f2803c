package io.cascadeledger.api.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file, group of rows by group of rows. Values are in the plain encoding and compressed by
 * gzip, which every reader knows.
 */
public final class ParquetWriter {

  /** How many bytes of values a group of rows has before they are compressed, about. */
  static final int GROUP_BYTES = 4 << 20;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final List<ParquetField> fields;
  private final String writer;
  private final Footer footer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private List<ColumnChunk> group;
  private int rows;
  private long written;

  /**
   * Begins a file.
   *
   * @param fields its columns
   * @param writer the program that writes it, as its readers are told
   */
  public ParquetWriter(List<ParquetField> fields, String writer) {
    this.fields = List.copyOf(fields);
    this.writer = writer;
    this.footer = new Footer(this.fields);
    this.group = newGroup();
    out.writeBytes(MAGIC);
  }

  private List<ColumnChunk> newGroup() {
    return fields.stream().map(ColumnChunk::new).toList();
  }

  /**
   * Adds a row.
   *
   * @param values a value for each column, of its type in Java, or null
   */
  public void add(List<? extends @Nullable Object> values) {
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException(
          "%d values for %d columns".formatted(values.size(), fields.size()));
    }
    int size = 0;
    for (int i = 0; i < values.size(); i++) {
      ColumnChunk chunk = group.get(i);
      chunk.add(values.get(i));
      size += chunk.size();
    }
    rows++;
    if (size >= GROUP_BYTES) {
      endGroup();
    }
  }

  private void endGroup() {
    List<ColumnChunk.Written> chunks = new ArrayList<>();
    for (ColumnChunk chunk : group) {
      chunks.add(chunk.write(written + out.size(), out));
    }
    footer.add(rows, chunks);
    group = newGroup();
    rows = 0;
  }

  /** What was written since this was asked last; often nothing. */
  public byte[] take() {
    byte[] bytes = out.toByteArray();
    written += bytes.length;
    out.reset();
    return bytes;
  }

  /** Ends the file; what is left to {@link #take} is its end. */
  public void end() {
    if (rows > 0) {
      endGroup();
    }
    byte[] bytes = footer.bytes(writer);
    out.writeBytes(bytes);
    out.writeBytes(ParquetType.int32(bytes.length));
    out.writeBytes(MAGIC);
  }
}
