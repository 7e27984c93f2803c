package io.cascadeledger.api.batch;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.limits.Limits;
import java.util.Iterator;

/**
 * The bytes of a body as they come. Whoever reads waits for the next; whoever does not read has the
 * caller wait.
 */
final class BodyBytes {

  private final Iterator<byte[]> chunks;
  private final int bytesMax;
  private byte[] chunk = new byte[0];
  private int next;
  private long before;

  /**
   * Reads a body.
   *
   * @param chunks the body's pieces; to ask for the next may take long
   * @param bytesMax how many bytes it may have, at most {@link Limits#BATCH_BYTES}
   */
  BodyBytes(Iterator<byte[]> chunks, int bytesMax) {
    this.chunks = chunks;
    this.bytesMax = bytesMax;
  }

  /**
   * The next byte.
   *
   * @return 0 to 255, or -1 at the end
   * @throws ProblemException if there are too many
   */
  int read() {
    while (next == chunk.length) {
      if (!chunks.hasNext()) {
        return -1;
      }
      before += chunk.length;
      chunk = chunks.next();
      next = 0;
    }
    if (before + next == bytesMax) {
      throw new ProblemException(
          ProblemCode.BODY_TOO_LARGE,
          "The body has more than %d bytes; nothing from here on was read.".formatted(bytesMax));
    }
    return chunk[next++] & 0xff;
  }

  /** How many bytes have been read. */
  long count() {
    return before + next;
  }
}
