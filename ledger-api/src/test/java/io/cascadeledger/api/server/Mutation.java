package io.cascadeledger.api.server;

import java.util.List;
import java.util.Random;

/** A JSON text with something in it changed at random. */
final class Mutation {

  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "-1",
          "0",
          "1e999",
          "\\u0000",
          "\\ud83d",
          "\"\"",
          "9".repeat(40),
          "\u00e9",
          "\ud83d\ude00",
          "true",
          "\\",
          "\n",
          "\u0000");

  private Mutation() {}

  static String of(String json, Random random) {
    String mutated = json;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      mutated = once(mutated, random);
    }
    return mutated;
  }

  private static String once(String json, Random random) {
    int from = random.nextInt(json.length() + 1);
    int to = Math.min(json.length(), from + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> json.substring(0, from) + json.substring(to);
      case 1 -> json.substring(0, from) + piece + json.substring(to);
      case 2 -> json.substring(0, from) + piece + json.substring(from);
      case 3 -> json.substring(0, to) + json.substring(from);
      default ->
          json.replaceFirst("\"[^\"]*\"(?=[,}])", java.util.regex.Matcher.quoteReplacement(piece));
    };
  }
}
