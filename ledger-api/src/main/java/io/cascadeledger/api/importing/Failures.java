package io.cascadeledger.api.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The file of the lines that failed, each with why. There is none as long as nothing failed. */
final class Failures implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path path;
  private @Nullable OutputStream out;
  private long bytes;

  /**
   * Failures in a file.
   *
   * @param keep how much of what is in the file stays; the rest is written again
   */
  Failures(Path path, long keep) throws IOException {
    this.path = path;
    if (keep == 0) {
      Files.deleteIfExists(path);
    } else {
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
        file.truncate(keep);
        bytes = file.size();
      }
    }
  }

  /**
   * Adds a line.
   *
   * @param problem what the ledger said, or what is wrong before it is asked
   */
  void add(SourceLine line, int status, Object problem) throws IOException {
    if (out == null) {
      out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("line", line.number());
    failure.put("status", status);
    failure.put("problem", problem);
    failure.put("input", line.json());
    byte[] json = (JSON.writeValueAsString(failure) + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(json);
    bytes += json.length;
  }

  /** The size of the file. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
