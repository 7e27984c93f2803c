package io.cascadeledger.api.batch;

import io.cascadeledger.limits.Limits;
import java.util.Arrays;

/** The bytes of one item, collected; what is beyond the limit of an item is only noted. */
final class ItemBuffer {

  private static final int USUAL_BYTES = 1_024;

  private byte[] bytes = new byte[USUAL_BYTES];
  private int length;
  private boolean tooLong;
  private boolean blank;

  ItemBuffer() {
    clear();
  }

  void clear() {
    length = 0;
    tooLong = false;
    blank = true;
  }

  void add(int b) {
    if (length == Limits.BATCH_LINE_BYTES) {
      tooLong = true;
      return;
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * length, Limits.BATCH_LINE_BYTES));
    }
    bytes[length++] = (byte) b;
    blank &= b == ' ' || b == '\t' || b == '\r';
  }

  /** The bytes, of which the first {@link #length} count. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether the item had more bytes than are kept. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Whether there is nothing but space. */
  boolean isBlank() {
    return blank && !tooLong;
  }
}
