package io.cascadeledger.api.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small JSON objects that keep the order in which they are written down. */
public final class JsonObjects {

  private JsonObjects() {}

  /**
   * An object of the given members, in this order and unmodifiable.
   *
   * @param namesAndValues a name, its value, the next name, its value, and so on; a member whose
   *     value is null is left out
   * @throws IllegalArgumentException if a value is missing, or a name is not a string or comes
   *     twice
   */
  public static Map<String, Object> of(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("the last name has no value");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name)) {
        throw new IllegalArgumentException("not a name: " + namesAndValues[i]);
      }
      Object value = namesAndValues[i + 1];
      if (value != null && object.put(name, value) != null) {
        throw new IllegalArgumentException("a name comes twice: " + name);
      }
    }
    return Collections.unmodifiableMap(object);
  }
}
