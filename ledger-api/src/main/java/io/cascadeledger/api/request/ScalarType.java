package io.cascadeledger.api.request;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonToken;

/**
 * A value that is written as one word: a JSON string or number in a body, a text in a parameter.
 *
 * @param token the JSON token that the value must be in a body
 * @param expected what the value must be, to complete a sentence: "must be …"
 * @param parser makes the value from the text
 * @param canonical the one text by which equal values are known to be equal
 * @param schema the JSON Schema
 * @param <T> the type of the value in Java
 */
record ScalarType<T>(
    JsonToken token,
    String expected,
    Parser<T> parser,
    Function<T, String> canonical,
    Map<String, Object> schema)
    implements ValueType<T> {

  /** Makes a value from its text. */
  @FunctionalInterface
  interface Parser<T> {

    /**
     * Makes a value from its text.
     *
     * @return the value; null if it was wrong, which the reading then knows
     */
    T parse(String text, Reading reading);
  }

  /** A value that is written as a JSON string. */
  static <T> ScalarType<T> string(
      String expected,
      Parser<T> parser,
      Function<T, String> canonical,
      Map<String, Object> schema) {
    return new ScalarType<>(JsonToken.VALUE_STRING, expected, parser, canonical, schema);
  }

  @Override
  public T read(Reading reading) {
    if (reading.parser().currentToken() != token) {
      return reading.rejectType(expected);
    }
    return parser.parse(reading.parser().getString(), reading);
  }

  @Override
  public void addTo(Fingerprint fingerprint, T value) {
    fingerprint.add(canonical.apply(value));
  }
}
