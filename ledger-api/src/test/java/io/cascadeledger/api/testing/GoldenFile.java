package io.cascadeledger.api.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the documentation that is made by a program. A test that finds it out of date fails and
 * rewrites it, so that the change is looked at and committed.
 */
public final class GoldenFile {

  private final Path root;

  private GoldenFile(Path root) {
    this.root = root;
  }

  /** Golden files of this repository, wherever in it the test runs. */
  public static GoldenFile ofRepository() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.isDirectory(directory.resolve(".mvn"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new IllegalStateException("the test does not run in the repository");
    }
    return new GoldenFile(directory);
  }

  /** Golden files below a directory. */
  static GoldenFile below(Path root) {
    return new GoldenFile(root);
  }

  /**
   * Fails, after it has rewritten the file, unless the file is what it should be.
   *
   * @param file its path from the root, such as {@code docs/reference/errors.md}
   * @param content what it should be, with a line break at its end
   */
  public void assertIs(String file, String content) {
    Path path = root.resolve(file);
    try {
      if (Files.exists(path) && Files.readString(path).equals(content)) {
        return;
      }
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fail(file + " was out of date and has been rewritten; look at the change and commit it");
  }
}
