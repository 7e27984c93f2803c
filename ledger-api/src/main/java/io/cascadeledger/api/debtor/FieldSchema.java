package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the fields of this surface take, in the words of JSON Schema. */
final class FieldSchema {

  static final Map<String, Object> ANYTHING = Map.of();
  static final Map<String, Object> OBJECT = JsonObjects.of("type", "object");
  static final Map<String, Object> LIST = JsonObjects.of("type", "array");
  static final Map<String, Object> FLAG = JsonObjects.of("type", "boolean");
  static final Map<String, Object> TEXTS =
      JsonObjects.of("type", "array", "items", JsonObjects.of("type", "string"));

  /** Numbers are taken where a text belongs. */
  static final Map<String, Object> TEXT =
      JsonObjects.of("type", List.of("string", "number"), "maxLength", Limits.TEXT_CHARACTERS);

  static final Map<String, Object> REFERENCE =
      JsonObjects.of(
          "type",
          List.of("string", "number"),
          "minLength",
          1,
          "maxLength",
          Limits.REFERENCE_CHARACTERS);
  static final Map<String, Object> AMOUNT =
      JsonObjects.of("type", "integer", "format", "int64", "description", "In minor units.");
  static final Map<String, Object> DATE = JsonObjects.of("type", "string", "format", "date");
  static final Map<String, Object> MOMENT =
      JsonObjects.of(
          "type",
          "integer",
          "format",
          "int64",
          "minimum",
          0,
          "description",
          "In milliseconds since 1970.");
  static final Map<String, Object> CURRENCY =
      JsonObjects.of("type", "string", "pattern", "^[A-Z]{3}$");

  private FieldSchema() {}

  /** One of some names. */
  static Map<String, Object> oneOf(Class<? extends Enum<?>> type) {
    return JsonObjects.of(
        "type", "string", "enum", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }
}
