package io.cascadeledger.api.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far an import has come: everything up to a line has an answer. It is kept beside the file
 * until the import is complete.
 *
 * @param fileBytes the size of the file that is imported
 * @param fileModified when that file was changed last, in milliseconds since 1970
 * @param line the last line that has an answer; 0 at the beginning
 * @param posted how many payments were posted
 * @param replayed how many had been posted before
 * @param failed how many failed
 * @param failureBytes the size of the file of failures
 */
record Progress(
    long fileBytes,
    long fileModified,
    long line,
    long posted,
    long replayed,
    long failed,
    long failureBytes) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Nothing is done yet. */
  static Progress none(Path file) throws IOException {
    return new Progress(
        Files.size(file), Files.getLastModifiedTime(file).toMillis(), 0, 0, 0, 0, 0);
  }

  /** What was written down; empty if nothing was, or nothing that can be read. */
  static Optional<Progress> read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path), Progress.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether this is about the file as it is now. */
  boolean isOf(Path file) throws IOException {
    return fileBytes == Files.size(file)
        && fileModified == Files.getLastModifiedTime(file).toMillis();
  }

  /** Writes it down, whole or not at all. */
  void write(Path path) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    Files.write(next, JSON.writeValueAsBytes(this));
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** One more was posted, now or before. */
  Progress withPosted(boolean again) {
    return new Progress(
        fileBytes,
        fileModified,
        line,
        posted + (again ? 0 : 1),
        replayed + (again ? 1 : 0),
        failed,
        failureBytes);
  }

  /** One more has failed. */
  Progress withFailed() {
    return new Progress(fileBytes, fileModified, line, posted, replayed, failed + 1, failureBytes);
  }

  /** Everything up to a line has an answer, and the failures are written down. */
  Progress upTo(long lastLine, long failuresSize) {
    return new Progress(fileBytes, fileModified, lastLine, posted, replayed, failed, failuresSize);
  }
}
