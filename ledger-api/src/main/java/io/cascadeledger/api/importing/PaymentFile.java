package io.cascadeledger.api.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of payments, read line by line, whatever its size. */
abstract sealed class PaymentFile implements AutoCloseable permits NdjsonFile, CsvFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Counting bytes;

  /** Counts what is read. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  PaymentFile(Path path) throws IOException {
    this.bytes = new Counting(Files.newInputStream(path));
  }

  /** Opens a file of the form that it is said to have. */
  static PaymentFile open(Path path, FileFormat format) throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonFile(path);
      case CSV -> new CsvFile(path);
    };
  }

  /** The bytes of the file, buffered. */
  InputStream input() {
    return new BufferedInputStream(bytes, BUFFER_BYTES);
  }

  /** The next payment; null after the last. */
  abstract @Nullable SourceLine next() throws IOException;

  /** About how many bytes have been read; some more than the lines so far have. */
  long bytesRead() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
