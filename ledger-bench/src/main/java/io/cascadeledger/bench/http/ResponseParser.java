package io.cascadeledger.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads the answers on one keep-alive connection, in whatever pieces they come, and of each only
 * what a load looks at.
 */
final class ResponseParser {

  private static final int LONGEST_LINE = 1 << 16;
  private static final int FIRST_LINE = 512;
  private static final int STATUS_AT = 9;
  private static final int DECIMAL = 10;
  private static final int HEXADECIMAL = 16;
  private static final int LOWER_CASE = 0x20;

  private static final byte[] CONTENT_LENGTH = ascii("content-length:");
  private static final byte[] CHUNKED = ascii("transfer-encoding: chunked");
  private static final byte[] REPLAYED = ascii("idempotency-replayed:");

  private enum State {
    STATUS,
    HEADER,
    FIXED_BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    COMPLETE
  }

  private byte[] line = new byte[FIRST_LINE];
  private int length;
  private State state = State.STATUS;
  private int status;
  private boolean replayed;
  private boolean chunked;
  private long remaining;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads on.
   *
   * @param in what has come; it may be less than the rest of the answer
   * @param body takes the parts of the body
   * @return whether the answer is complete; the next call then begins another one
   * @throws IOException if this is not HTTP
   */
  boolean read(ByteBuffer in, Consumer<ByteBuffer> body) throws IOException {
    if (state == State.COMPLETE) {
      state = State.STATUS;
      replayed = false;
      chunked = false;
      remaining = 0;
    }
    while (state != State.COMPLETE) {
      if (state == State.FIXED_BODY || state == State.CHUNK) {
        if (!in.hasRemaining()) {
          return false;
        }
        readBody(in, body);
      } else if (readLine(in)) {
        understandLine();
        length = 0;
      } else {
        return false;
      }
    }
    return true;
  }

  private void readBody(ByteBuffer in, Consumer<ByteBuffer> body) {
    int count = (int) Math.min(remaining, in.remaining());
    body.accept(in.slice(in.position(), count));
    in.position(in.position() + count);
    remaining -= count;
    if (remaining == 0) {
      state = state == State.CHUNK ? State.CHUNK_END : State.COMPLETE;
    }
  }

  private boolean readLine(ByteBuffer in) throws IOException {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == '\n') {
        return true;
      }
      if (next != '\r') {
        if (length == LONGEST_LINE) {
          throw new IOException("a line of the answer is too long");
        }
        if (length == line.length) {
          line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = next;
      }
    }
    return false;
  }

  private void understandLine() throws IOException {
    switch (state) {
      case STATUS -> {
        status = (int) number(STATUS_AT, STATUS_AT + 3, DECIMAL);
        state = State.HEADER;
      }
      case HEADER -> header();
      case CHUNK_SIZE -> {
        remaining = number(0, length, HEXADECIMAL);
        state = remaining == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> state = length == 0 ? State.COMPLETE : State.TRAILER;
      case FIXED_BODY, CHUNK, COMPLETE -> throw new IllegalStateException("no line is due");
    }
  }

  private void header() throws IOException {
    if (length == 0) {
      State unchunked = remaining == 0 ? State.COMPLETE : State.FIXED_BODY;
      state = chunked ? State.CHUNK_SIZE : unchunked;
    } else if (begins(CONTENT_LENGTH)) {
      remaining = number(CONTENT_LENGTH.length, length, DECIMAL);
    } else if (begins(CHUNKED)) {
      chunked = true;
    } else if (begins(REPLAYED)) {
      replayed = true;
    }
  }

  private boolean begins(byte[] lowerCase) {
    if (length < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      if ((line[i] | LOWER_CASE) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private long number(int from, int to, int radix) throws IOException {
    String text = new String(line, 0, length, StandardCharsets.US_ASCII);
    if (to > length) {
      throw new IOException("this is not HTTP: " + text);
    }
    try {
      return Long.parseLong(text.substring(from, to).strip(), radix);
    } catch (NumberFormatException e) {
      throw new IOException("this is not HTTP: " + text, e);
    }
  }

  /** The status of the answer that is complete. */
  int status() {
    return status;
  }

  /** Whether it says that an earlier request had posted it. */
  boolean replayed() {
    return replayed;
  }
}
