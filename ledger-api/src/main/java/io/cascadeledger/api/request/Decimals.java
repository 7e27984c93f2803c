package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;

/** Exact decimal fractions, which stay text from the request to the event. */
final class Decimals {

  private static final int WHOLE_DIGITS = 9;

  private Decimals() {}

  /**
   * A decimal that is not negative, such as {@code "0.0725"}.
   *
   * @param fractionDigits the most digits after the point
   */
  static ScalarType<String> ofFraction(int fractionDigits) {
    String pattern =
        "^(0|[1-9][0-9]{0,%d})(\\.[0-9]{1,%d})?$".formatted(WHOLE_DIGITS - 1, fractionDigits);
    String expected =
        "must be a decimal string such as \"0.0725\", with at most %d digits before and %d after"
                .formatted(WHOLE_DIGITS, fractionDigits)
            + " the point";
    return ScalarType.string(
        expected,
        (text, reading) ->
            isDecimal(text, fractionDigits)
                ? text
                : reading.reject(FieldErrorCode.INVALID_FORMAT, expected),
        Decimals::withoutTrailingZeros,
        JsonObjects.of("type", "string", "pattern", pattern));
  }

  private static boolean isDecimal(String text, int fractionDigits) {
    int point = text.indexOf('.');
    int wholeEnd = point < 0 ? text.length() : point;
    if (wholeEnd > WHOLE_DIGITS
        || !Texts.areDigits(text, 0, wholeEnd)
        || (wholeEnd > 1 && text.charAt(0) == '0')) {
      return false;
    }
    return point < 0
        || (text.length() - point - 1 <= fractionDigits
            && Texts.areDigits(text, point + 1, text.length()));
  }

  /** The shortest way to write the same number: 0.0700 and 0.07 are one rate. */
  private static String withoutTrailingZeros(String decimal) {
    if (decimal.indexOf('.') < 0) {
      return decimal;
    }
    int end = decimal.length();
    while (decimal.charAt(end - 1) == '0') {
      end--;
    }
    return decimal.substring(0, decimal.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
