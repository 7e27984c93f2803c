package io.cascadeledger.api.request;

/** What a text must be before anything else is asked of it: storable everywhere, and short. */
final class Texts {

  private Texts() {}

  /**
   * Checks a text.
   *
   * @param charactersMax the most Unicode characters it may have
   * @param linesAllowed whether line breaks and tabs may stand in it
   * @return the text; null if it was wrong, which the reading then knows
   */
  static String checked(String text, int charactersMax, boolean linesAllowed, Reading reading) {
    if (isLonger(text, charactersMax)) {
      return reading.reject(
          FieldErrorCode.TOO_LONG, "must have at most %d characters".formatted(charactersMax));
    }
    if (!isStorable(text, linesAllowed)) {
      return reading.reject(
          FieldErrorCode.INVALID_FORMAT,
          "must not contain control characters or unpaired surrogates");
    }
    return text;
  }

  static boolean isLonger(String text, int charactersMax) {
    return text.length() > charactersMax && text.codePointCount(0, text.length()) > charactersMax;
  }

  /** Whether databases and logs take the text: no control characters, no half of a pair. */
  static boolean isStorable(String text, boolean linesAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        if (!linesAllowed || (c != '\n' && c != '\r' && c != '\t')) {
          return false;
        }
      } else if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** Whether every character from one place to before another is a decimal digit of ASCII. */
  static boolean areDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }
}
