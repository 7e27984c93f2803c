package io.cascadeledger.eventstore.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation of a record says.
 *
 * @param summary of the record as a whole
 * @param parts of its components, by their names in Java
 */
record DomainDocs(String summary, Map<String, String> parts) {

  private static final Path SOURCES = Path.of("../ledger-domain/src/main/java");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile("@param (\\w+) (.*?)(?=@param|@return|$)", Pattern.DOTALL);

  /** The documentation in a record's source. */
  static DomainDocs of(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    Path file = SOURCES.resolve(outermost.getName().replace('.', '/') + ".java");
    String source;
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int declared = source.indexOf("record " + type.getSimpleName() + "(");
    Matcher comments = COMMENT.matcher(source.substring(0, declared));
    String last = "";
    while (comments.find()) {
      last = comments.group(1);
    }
    String text = last.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\s+", " ").strip();
    Map<String, String> parts = new LinkedHashMap<>();
    PART.matcher(text)
        .results()
        .forEach(part -> parts.put(part.group(1), plain(part.group(2)) + "."));
    return new DomainDocs(plain(text.split("@param", 2)[0]) + ".", parts);
  }

  private static String plain(String text) {
    return text.replaceAll("\\{@(?:code|link) ([^}]*)}", "$1")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceAll("\\.$", "");
  }

  /** What is said of a component. */
  Optional<String> of(String component) {
    return Optional.ofNullable(parts.get(component));
  }

  /** Whether a component may be null, and is left out then. */
  boolean mayBeNull(String component) {
    String said = parts.getOrDefault(component, "");
    return summary.contains("may be null") || said.replace("never null", "").contains("null");
  }
}
