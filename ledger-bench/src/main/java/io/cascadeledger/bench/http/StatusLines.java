package io.cascadeledger.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** Finds, in lines of JSON that come in pieces, the number after {@code "status":} of each line. */
final class StatusLines {

  private static final byte[] NAME = "\"status\":".getBytes(StandardCharsets.US_ASCII);
  private static final int DECIMAL = 10;

  private final IntConsumer eachLine;
  private int matched;
  private int status;
  private boolean empty = true;

  /** Tells of each line its status, which is 0 if the line has none. */
  StatusLines(IntConsumer eachLine) {
    this.eachLine = eachLine;
  }

  void read(ByteBuffer part) {
    while (part.hasRemaining()) {
      read(part.get());
    }
  }

  private void read(byte next) {
    if (next == '\n') {
      if (!empty) {
        eachLine.accept(status);
      }
      reset();
      return;
    }
    empty = false;
    if (matched == NAME.length) {
      if (next >= '0' && next <= '9') {
        status = status * DECIMAL + (next - '0');
      } else if (status > 0 || next != ' ') {
        matched++;
      }
    } else if (matched < NAME.length) {
      if (next == NAME[matched]) {
        matched++;
      } else {
        matched = next == NAME[0] ? 1 : 0;
      }
    }
  }

  /** Forgets a line that has not ended. */
  void reset() {
    matched = 0;
    status = 0;
    empty = true;
  }
}
