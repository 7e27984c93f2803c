package io.cascadeledger.projections.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;

/**
 * The rows of a COPY in PostgreSQL's binary format, as the types of the columns are sent over the
 * wire. A field that is null is sent as NULL, whatever its type.
 */
public final class CopyBytes {

  private static final byte[] BEGINNING = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final short END = -1;
  private static final int NULL = -1;
  private static final int BYTES_AT_FIRST = 1 << 16;
  private static final byte VERSION_OF_JSONB = 1;

  private static final BigInteger BASE = BigInteger.valueOf(10_000);
  private static final int NEGATIVE = 0x4000;

  /** From where PostgreSQL counts days and microseconds. */
  private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

  private static final Instant FIRST_MOMENT = Instant.parse("2000-01-01T00:00:00Z");

  private byte[] bytes = new byte[BYTES_AT_FIRST];
  private int length;

  CopyBytes() {
    add(BEGINNING);
  }

  void startRow(int fields) {
    put(fields, Short.BYTES);
  }

  void end() {
    put(END, Short.BYTES);
  }

  /** What was written, from the beginning; more may follow it. */
  byte[] bytes() {
    return bytes;
  }

  /** How much was written. */
  int length() {
    return length;
  }

  void text(String value) {
    if (value == null) {
      put(NULL, Integer.BYTES);
      return;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    put(utf8.length, Integer.BYTES);
    add(utf8);
  }

  void json(String value) {
    if (value == null) {
      put(NULL, Integer.BYTES);
      return;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    put(1L + utf8.length, Integer.BYTES);
    put(VERSION_OF_JSONB, Byte.BYTES);
    add(utf8);
  }

  void uuid(UUID value) {
    if (value == null) {
      put(NULL, Integer.BYTES);
      return;
    }
    put(2 * Long.BYTES, Integer.BYTES);
    put(value.getMostSignificantBits(), Long.BYTES);
    put(value.getLeastSignificantBits(), Long.BYTES);
  }

  void date(LocalDate value) {
    number(value == null ? null : value.toEpochDay() - FIRST_DAY, Integer.BYTES);
  }

  void timestamp(Instant value) {
    number(value == null ? null : ChronoUnit.MICROS.between(FIRST_MOMENT, value), Long.BYTES);
  }

  /**
   * A whole number.
   *
   * @param size of its type, in bytes
   * @throws ArithmeticException if it does not fit
   */
  void number(Number value, int size) {
    if (value == null) {
      put(NULL, Integer.BYTES);
      return;
    }
    long number = value.longValue();
    int unused = Long.SIZE - size * Byte.SIZE;
    if (number << unused >> unused != number) {
      throw new ArithmeticException("%d does not fit %d bytes".formatted(number, size));
    }
    put(size, Integer.BYTES);
    put(number, size);
  }

  /** A whole number of any size, in digits from 0 to 9,999. */
  void numeric(Number value) {
    if (value == null) {
      put(NULL, Integer.BYTES);
      return;
    }
    BigInteger rest = new BigInteger(value.toString());
    int sign = rest.signum() < 0 ? NEGATIVE : 0;
    Deque<Integer> digits = new ArrayDeque<>();
    for (rest = rest.abs(); rest.signum() > 0; rest = rest.divide(BASE)) {
      digits.addFirst(rest.mod(BASE).intValue());
    }
    put((4L + digits.size()) * Short.BYTES, Integer.BYTES);
    put(digits.size(), Short.BYTES);
    put(digits.size() - 1L, Short.BYTES); // of the first digit
    put(sign, Short.BYTES);
    put(0, Short.BYTES); // behind the point
    digits.forEach(digit -> put(digit, Short.BYTES));
  }

  void bool(Boolean value) {
    number(value == null ? null : value ? 1 : 0, Byte.BYTES);
  }

  private void put(long value, int size) {
    require(size);
    for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (value >> shift);
    }
  }

  private void add(byte[] more) {
    require(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void require(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(2, bytes.length), length + more));
    }
  }
}
