package io.cascadeledger.api.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command as documentation shows it, understood as far as the quickstart needs. */
final class CurlLine {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private CurlLine() {}

  /** The commands in a text, each with the lines that it is continued on. */
  static List<String> in(String text) {
    List<String> commands = new ArrayList<>();
    for (String part : text.split("(?m)^(?=curl )", -1)) {
      if (part.startsWith("curl ")) {
        commands.add(part.strip());
      }
    }
    return commands;
  }

  /** The request that curl would send. */
  static HttpRequest.Builder request(String command) {
    List<String> words = words(command);
    String method = "GET";
    URI uri = null;
    List<String> headers = new ArrayList<>();
    List<String> data = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-X" -> method = words.get(++i);
        case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
        case "-d" -> data.add(words.get(++i));
        case "-o" -> i++; // where curl would write the answer
        default -> uri = URI.create(words.get(i));
      }
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                data.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(String.join("&", data)));
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command.replace("\\\n", " "));
    while (matcher.find()) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return words;
  }
}
