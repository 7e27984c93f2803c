package io.cascadeledger.api.request;

import java.util.Map;

/**
 * How a field's value is read, told apart from others, and described.
 *
 * @param <T> the type of the value in Java
 */
sealed interface ValueType<T> permits ScalarType, MetadataType, ObjectType, ListType, WordsType {

  /**
   * Reads the value at the parser's current token, which is not {@code null}, and stops at the
   * value's last token.
   *
   * @return the value; null if it was wrong, which the reading then knows
   */
  T read(Reading reading);

  /** Adds the value to a fingerprint. */
  void addTo(Fingerprint fingerprint, T value);

  /** The value's JSON Schema, as OpenAPI 3.1 wants it. */
  Map<String, Object> schema();
}
