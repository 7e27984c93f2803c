package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Metadata;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The caller's own notes: an object of strings. */
record MetadataType() implements ValueType<Metadata> {

  @Override
  public Metadata read(Reading reading) {
    JsonParser parser = reading.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return reading.rejectType("must be an object of strings");
    }
    Map<String, String> entries = new HashMap<>();
    int mark = reading.enter();
    int count = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      reading.at(key);
      count++;
      if (count <= Limits.METADATA_ENTRIES) {
        readEntry(key, entries, reading);
      } else {
        parser.skipChildren();
      }
    }
    reading.at(null);
    if (count > Limits.METADATA_ENTRIES) {
      reading.reject(
          FieldErrorCode.TOO_MANY,
          "must have at most %d entries, not %d".formatted(Limits.METADATA_ENTRIES, count));
    }
    reading.leave(mark);
    return Metadata.of(entries);
  }

  private static void readEntry(String key, Map<String, String> entries, Reading reading) {
    if (reading.parser().currentToken() != JsonToken.VALUE_STRING) {
      reading.rejectType("must be a string");
      return;
    }
    if (key.isEmpty() || !Texts.isStorable(key, false)) {
      reading.reject(
          FieldErrorCode.INVALID_FORMAT, "must have a name of printable Unicode characters");
      return;
    }
    if (Texts.isLonger(key, Limits.METADATA_KEY_CHARACTERS)) {
      reading.reject(
          FieldErrorCode.TOO_LONG,
          "must have a name of at most %d characters".formatted(Limits.METADATA_KEY_CHARACTERS));
      return;
    }
    String value =
        Texts.checked(
            reading.parser().getString(), Limits.METADATA_VALUE_CHARACTERS, true, reading);
    if (value != null && entries.put(key, value) != null) {
      reading.reject(FieldErrorCode.DUPLICATE_FIELD, "must be given once");
    }
  }

  @Override
  public void addTo(Fingerprint fingerprint, Metadata value) {
    fingerprint.add(value.entries().size());
    value.entries().forEach((key, text) -> fingerprint.add(key).add(text));
  }

  @Override
  public Map<String, Object> schema() {
    return JsonObjects.of(
        "type",
        "object",
        "maxProperties",
        Limits.METADATA_ENTRIES,
        "propertyNames",
        JsonObjects.of("minLength", 1, "maxLength", Limits.METADATA_KEY_CHARACTERS),
        "additionalProperties",
        JsonObjects.of("type", "string", "maxLength", Limits.METADATA_VALUE_CHARACTERS));
  }
}
