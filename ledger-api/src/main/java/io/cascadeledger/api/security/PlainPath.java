package io.cascadeledger.api.security;

/**
 * Tells a path that means what it says from one that can be read in two ways: one by the rules that
 * guard it and another by whoever serves it. No client of good will sends the latter.
 */
final class PlainPath {

  private PlainPath() {}

  /**
   * Whether a path is plain: no empty, {@code .} or {@code ..} segment, no parameters, and nothing
   * escaped that would be a separator, a dot, an escape or a control character.
   *
   * @param path as it came, not decoded
   */
  static boolean is(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        if (!mayBeEscaped(octet(path, i))) {
          return false;
        }
        i += 2;
      } else if (!isPlain(c) || (c == '/' && isDubiousSegment(path, i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7f && c != ';' && c != '\\';
  }

  private static boolean isDubiousSegment(String path, int begin) {
    int dots = begin;
    while (dots < path.length() && path.charAt(dots) == '.') {
      dots++;
    }
    boolean onlyDots = dots == path.length() || path.charAt(dots) == '/';
    boolean isEnd = begin == path.length();
    return onlyDots && dots - begin <= 2 && !isEnd;
  }

  /** The octet of an escape; -1 if it is none. */
  private static int octet(String path, int percent) {
    if (percent + 2 >= path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(percent + 1), 16);
    int low = Character.digit(path.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean mayBeEscaped(int octet) {
    return octet > 0x7f || octet == ' ' || (isPlain(octet) && "/.%".indexOf(octet) < 0);
  }
}
