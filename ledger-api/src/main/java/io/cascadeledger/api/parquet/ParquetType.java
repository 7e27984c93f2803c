package io.cascadeledger.api.parquet;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;

/** What the values of a column are: in Java, and as the format has them. */
public enum ParquetType {
  /** Text: a {@code String}. */
  TEXT(Physical.BYTE_ARRAY, 0, 1),
  /** A {@code Long}. */
  INT64(Physical.INT64, null, null),
  /** An {@code Integer}. */
  INT32(Physical.INT32, null, null),
  /** A whole number of at most 38 digits: a {@code BigInteger}. */
  DECIMAL(Physical.FIXED_LEN_BYTE_ARRAY, 5, 5),
  /** A {@code LocalDate}. */
  DATE(Physical.INT32, 6, 6),
  /** An {@code Instant} in UTC, of which the microseconds are kept. */
  TIMESTAMP(Physical.INT64, 10, 8);

  static final int DECIMAL_BYTES = 16;
  static final int DECIMAL_DIGITS = 38;

  private static final BigInteger DECIMAL_BOUND = BigInteger.TEN.pow(DECIMAL_DIGITS);

  /** How values are stored, by the numbers of the format. */
  enum Physical {
    INT32(1),
    INT64(2),
    BYTE_ARRAY(6),
    FIXED_LEN_BYTE_ARRAY(7);

    final int code;

    Physical(int code) {
      this.code = code;
    }
  }

  final Physical physical;

  /** What readers of the first generation take it for; null if for what it is stored as. */
  final Integer converted;

  /** The field of the union of logical types; null if there is none. */
  final Integer logical;

  ParquetType(Physical physical, Integer converted, Integer logical) {
    this.physical = physical;
    this.converted = converted;
    this.logical = logical;
  }

  /** Writes a value in the plain encoding. */
  void write(Object value, ByteArrayOutputStream out) {
    switch (this) {
      case TEXT -> {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        out.writeBytes(int32(bytes.length));
        out.writeBytes(bytes);
      }
      case INT64 -> out.writeBytes(int64((Long) value));
      case INT32 -> out.writeBytes(int32((Integer) value));
      case DECIMAL -> out.writeBytes(decimal((BigInteger) value));
      case DATE -> out.writeBytes(int32(Math.toIntExact(((LocalDate) value).toEpochDay())));
      case TIMESTAMP ->
          out.writeBytes(int64(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value)));
    }
  }

  static byte[] int32(int value) {
    return little(Integer.BYTES, buffer -> buffer.putInt(value));
  }

  private static byte[] int64(long value) {
    return little(Long.BYTES, buffer -> buffer.putLong(value));
  }

  private static byte[] little(int bytes, Function<ByteBuffer, ByteBuffer> put) {
    return put.apply(ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN)).array();
  }

  /** Two's complement, the most significant byte first. */
  private static byte[] decimal(BigInteger value) {
    if (value.abs().compareTo(DECIMAL_BOUND) >= 0) {
      throw new ArithmeticException("more than " + DECIMAL_DIGITS + " digits: " + value);
    }
    byte[] digits = value.toByteArray();
    byte[] bytes = new byte[DECIMAL_BYTES];
    Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, DECIMAL_BYTES - digits.length, digits.length);
    return bytes;
  }
}
