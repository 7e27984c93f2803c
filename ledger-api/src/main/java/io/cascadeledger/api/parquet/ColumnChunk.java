package io.cascadeledger.api.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The values of one column in one group of rows: a page of them, compressed by gzip. */
final class ColumnChunk {

  static final int PLAIN = 0;
  static final int RUN_LENGTHS = 3;
  static final int GZIP = 2;

  private final ParquetField field;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  /** Whether there is a value, row by row: so many times the same. */
  private final ByteArrayOutputStream presence = new ByteArrayOutputStream();

  private boolean present;
  private int run;
  private int rows;

  ColumnChunk(ParquetField field) {
    this.field = field;
  }

  /**
   * What was written of it.
   *
   * @param field the column
   * @param offset where in the file it begins
   * @param values how many there are, missing ones included
   * @param size in bytes before it was compressed, with the header of the page
   * @param compressedSize in bytes as it was written
   */
  record Written(ParquetField field, long offset, int values, long size, long compressedSize) {}

  /** Takes the value of the next row, or null. */
  void add(Object value) {
    boolean there = value != null;
    if (there != present && run > 0) {
      endRun();
    }
    present = there;
    run++;
    rows++;
    if (there) {
      field.type().write(value, values);
    }
  }

  private void endRun() {
    CompactThrift.varint((long) run << 1, presence);
    presence.write(present ? 1 : 0);
    run = 0;
  }

  /** How many bytes it holds. */
  int size() {
    return values.size() + presence.size();
  }

  /**
   * Writes it, and what is to be remembered of it.
   *
   * @param offset where in the file it begins
   */
  Written write(long offset, ByteArrayOutputStream out) {
    if (run > 0) {
      endRun();
    }
    int size = Integer.BYTES + presence.size() + values.size();
    byte[] page = compressed();
    byte[] header =
        CompactThrift.struct(
            it ->
                it.int32(1, 0)
                    .int32(2, size)
                    .int32(3, page.length)
                    .struct(
                        5,
                        data ->
                            data.int32(1, rows)
                                .int32(2, PLAIN)
                                .int32(3, RUN_LENGTHS)
                                .int32(4, RUN_LENGTHS)));
    out.writeBytes(header);
    out.writeBytes(page);
    return new Written(
        field, offset, rows, (long) header.length + size, (long) header.length + page.length);
  }

  private byte[] compressed() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(page)) {
      gzip.write(ParquetType.int32(presence.size()));
      presence.writeTo(gzip);
      values.writeTo(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is nothing but memory
    }
    return page.toByteArray();
  }
}
