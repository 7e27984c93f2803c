package io.cascadeledger.eventstore.audit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines. */
final class LineReader implements AutoCloseable {

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line, without its break.
   *
   * @throws EOFException if the stream ends before a line does
   */
  byte[] line() throws IOException {
    int searched = start;
    while (true) {
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, start, i);
          start = i + 1;
          return line;
        }
      }
      searched = end - start;
      if (!fill()) {
        throw new EOFException("the file ends in the middle, and is not whole");
      }
    }
  }

  /** Whether there is nothing more. */
  boolean isAtEnd() throws IOException {
    return start == end && !fill();
  }

  /** Moves what there is to the front of the buffer, and adds more; false if there is no more. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, read);
    return read >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
