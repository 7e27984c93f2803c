package io.cascadeledger.api.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A struct in the compact protocol of Apache Thrift, in which Parquet describes its files. Fields
 * must be written in the order of their numbers.
 */
final class CompactThrift {

  private static final int TRUE = 1;
  private static final int INT32 = 5;
  private static final int INT64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int LONG_FORM = 15;
  private static final int CONTINUED = 0x80;

  private final ByteArrayOutputStream out;
  private int lastField;

  private CompactThrift(ByteArrayOutputStream out) {
    this.out = out;
  }

  /** The bytes of a struct. */
  static byte[] struct(Consumer<CompactThrift> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, fields);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, Consumer<CompactThrift> fields) {
    fields.accept(new CompactThrift(out));
    out.write(0);
  }

  CompactThrift isTrue(int field) {
    header(field, TRUE);
    return this;
  }

  CompactThrift int32(int field, int value) {
    header(field, INT32);
    varint(zigzag(value));
    return this;
  }

  CompactThrift int64(int field, long value) {
    header(field, INT64);
    varint(zigzag(value));
    return this;
  }

  CompactThrift text(int field, String value) {
    header(field, BINARY);
    text(value);
    return this;
  }

  CompactThrift struct(int field, Consumer<CompactThrift> fields) {
    header(field, STRUCT);
    write(out, fields);
    return this;
  }

  CompactThrift int32s(int field, List<Integer> values) {
    list(field, INT32, values.size());
    values.forEach(value -> varint(zigzag(value)));
    return this;
  }

  CompactThrift texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(this::text);
    return this;
  }

  CompactThrift structs(int field, List<Consumer<CompactThrift>> structs) {
    list(field, STRUCT, structs.size());
    structs.forEach(fields -> write(out, fields));
    return this;
  }

  private void list(int field, int type, int size) {
    header(field, LIST);
    if (size < LONG_FORM) {
      out.write(size << 4 | type);
    } else {
      out.write(LONG_FORM << 4 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  /** The numbers of Parquet's fields are so small that their differences always fit. */
  private void header(int field, int type) {
    int difference = field - lastField;
    if (difference < 1 || difference > LONG_FORM) {
      throw new IllegalArgumentException("field " + field + " after " + lastField);
    }
    out.write(difference << 4 | type);
    lastField = field;
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private void varint(long value) {
    varint(value, out);
  }

  /** Seven bits in a byte, the lowest first. */
  static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | CONTINUED);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
