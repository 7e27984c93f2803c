package io.cascadeledger.api.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that were planted, and are looked for in whatever a ledger stores or says. */
final class Planted {

  private final List<String> values;

  Planted(String... values) {
    this.values = List.of(values);
  }

  /** The values that a text shows: as they are, in hexadecimal, in Base64 or escaped for a URL. */
  List<String> in(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return values.stream()
        .filter(
            value ->
                text.contains(value)
                    || lowerCase.contains(HexFormat.of().formatHex(bytes(value)))
                    || inBase64(value).anyMatch(text::contains))
        .toList();
  }

  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** How a value looks in Base64 in the midst of something: that depends on where it begins. */
  private static Stream<String> inBase64(String value) {
    return IntStream.range(0, 3)
        .mapToObj(
            before -> {
              byte[] bytes = bytes(".".repeat(before) + value);
              String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
              // The characters that the neighbours have a part in are left out.
              int first = before == 0 ? 0 : before + 1;
              return whole.substring(first, bytes.length * 8 / 6);
            })
        .flatMap(part -> Stream.of(part, part.replace('+', '-').replace('/', '_')));
  }
}
