package io.cascadeledger.api.importing;

import io.cascadeledger.limits.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file with a JSON object on each line; blank lines are passed over. */
final class NdjsonFile extends PaymentFile {

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;
  private boolean ended;

  NdjsonFile(Path path) throws IOException {
    super(path);
    this.in = input();
  }

  @Override
  @Nullable SourceLine next() throws IOException {
    while (!ended) {
      number++;
      boolean tooLong = readLine();
      String text = line.toString(StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        return new SourceLine(number, text.strip(), tooLong);
      }
    }
    return null;
  }

  private boolean readLine() throws IOException {
    line.reset();
    boolean tooLong = false;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        ended = true;
        break;
      }
      if (line.size() < Limits.BATCH_LINE_BYTES) {
        line.write(b);
      } else {
        tooLong = true;
      }
    }
    return tooLong;
  }
}
