package io.cascadeledger.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes of text that grow at their end. Used by one thread. */
public final class LineBuffer {

  private byte[] bytes;
  private int size;

  /** An empty buffer, with room for so many bytes before it must grow. */
  public LineBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** Adds bytes. */
  public LineBuffer add(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  /** Adds a text, which may be any. */
  public LineBuffer add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a number in decimal digits. */
  public LineBuffer add(long number) {
    return add(Long.toString(number));
  }

  /** Adds bytes in hexadecimal digits. */
  public LineBuffer addHex(byte[] value) {
    return add(HexFormat.of().formatHex(value));
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  /** Gives all bytes away, and is empty again. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }
}
