package io.cascadeledger.api.export;

/** Lines of comma-separated values, as RFC 4180 has them. */
final class Csv {

  private Csv() {}

  /** Adds a line; a value that is null is empty. */
  static void line(StringBuilder text, Object... values) {
    for (int index = 0; index < values.length; index++) {
      if (index > 0) {
        text.append(',');
      }
      if (values[index] != null) {
        value(text, values[index].toString());
      }
    }
    text.append('\n');
  }

  private static void value(StringBuilder text, String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    if (plain) {
      text.append(value);
    } else {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
  }
}
