package io.cascadeledger.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path its file
 * @param lines its lines, without those of code blocks
 */
record Page(Path path, List<String> lines) {

  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

  /** The root of the repository, wherever in it the test runs. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** A page, by its path from the root. */
  static Page of(String path) {
    return read(root().resolve(path));
  }

  /** All pages: those beside the root's files, and those in docs. */
  static List<Page> all() {
    Stream<Path> ofRoot = Stream.of("README.md", "CHANGELOG.md").map(root()::resolve);
    return Stream.concat(ofRoot, files(root().resolve("docs"), ".md").stream())
        .map(Page::read)
        .toList();
  }

  /** The files in a folder, however deep, whose names end so. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page read(Path file) {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : text(file).lines().toList()) {
      boolean fence = line.startsWith("```");
      code ^= fence;
      if (!code && !fence) {
        lines.add(line);
      }
    }
    return new Page(file, lines);
  }

  /** How many titles it has. */
  long titles() {
    return lines.stream().filter(line -> line.startsWith("# ")).count();
  }

  /** Where its links lead. */
  List<String> links() {
    return lines.stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The anchors of its headings, as GitHub makes them. */
  List<String> anchors() {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
        .toList();
  }

  /** The part below a heading, up to the next one. */
  Page section(String heading) {
    int first = lines.indexOf(heading) + 1;
    if (first == 0) {
      throw new AssertionError(path + " has no heading " + heading);
    }
    int last = first;
    while (last < lines.size() && !lines.get(last).startsWith("#")) {
      last++;
    }
    return new Page(path, lines.subList(first, last));
  }

  /** The rows of the first table with such a head, without the head, cell by cell. */
  List<List<String>> table(String... head) {
    int start = 0;
    while (start < lines.size() && !cells(lines.get(start)).equals(List.of(head))) {
      start++;
    }
    return lines.stream()
        .skip(start + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(Page::cells)
        .toList();
  }

  /** The first column of that table, without the marks of code. */
  List<String> firstColumn(String... head) {
    return table(head).stream().map(row -> row.getFirst().replace("`", "")).toList();
  }

  private static List<String> cells(String line) {
    String inner = line.replaceFirst("^\\|", "").replaceFirst("\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
