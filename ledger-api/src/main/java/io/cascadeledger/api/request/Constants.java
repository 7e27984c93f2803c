package io.cascadeledger.api.request;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The constants of an enum, by the names that they have in the API, in their order. */
final class Constants {

  private Constants() {}

  /** By their names in Java. */
  static <E extends Enum<E>> Map<String, E> byName(Class<E> type) {
    return by(UnaryOperator.identity(), type);
  }

  /** By their names in lower case. */
  static <E extends Enum<E>> Map<String, E> byWord(Class<E> type) {
    return by(name -> name.toLowerCase(Locale.ROOT), type);
  }

  private static <E extends Enum<E>> Map<String, E> by(
      UnaryOperator<String> spelling, Class<E> type) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      constants.put(spelling.apply(constant.name()), constant);
    }
    return constants;
  }
}
