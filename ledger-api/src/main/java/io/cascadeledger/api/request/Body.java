package io.cascadeledger.api.request;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** A JSON object of a request: a name for the description, and its fields in order. */
public final class Body {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Limits.BODY_DEPTH).build())
          .build();

  private final String name;
  private final List<Field<?>> fields;
  private final FieldSet fieldSet;

  private Body(String name, List<Field<?>> fields) {
    this.name = Objects.requireNonNull(name, "name must not be null");
    this.fields = List.copyOf(fields);
    this.fieldSet = new FieldSet(this.fields);
  }

  /**
   * Declares an object.
   *
   * @param name its name in the description, in PascalCase and unlike that of any other
   * @param fields its fields, with distinct names
   */
  public static Body of(String name, Field<?>... fields) {
    return new Body(name, List.of(fields));
  }

  /**
   * Reads an object and checks all of it.
   *
   * @param json the text in UTF-8
   * @throws InvalidRequest with everything that is wrong, as far as one answer lists it
   */
  public Values read(byte[] json) {
    return read(json, 0, json.length);
  }

  /**
   * Reads an object that is part of more bytes, as {@link #read(byte[])} does.
   *
   * @param json bytes that hold the text in UTF-8
   * @param offset where the text begins
   * @param length how many bytes it has
   */
  public Values read(byte[] json, int offset, int length) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json, offset, length)) {
      try {
        return read(new Reading(parser));
      } catch (JacksonException e) {
        throw malformed(parser, e);
      }
    }
  }

  private Values read(Reading reading) {
    JsonToken first = reading.parser().nextToken();
    if (first == null) {
      throw malformed("is empty; it must be a JSON object");
    }
    if (first != JsonToken.START_OBJECT) {
      throw malformed("must be a JSON object, not " + Reading.describe(first));
    }
    Values values = readObject(reading);
    if (reading.parser().nextToken() != null) {
      throw malformed("must end after the JSON object");
    }
    reading.requireNoError();
    return values;
  }

  /** Reads the object at whose first token the parser stands, and stops at its last. */
  Values readObject(Reading reading) {
    JsonParser parser = reading.parser();
    Object[] values = new Object[fieldSet.size()];
    long seen = 0;
    long given = 0;
    int guess = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      JsonToken token = parser.nextToken();
      reading.at(key);
      int index = fieldSet.indexOf(key, guess);
      if (index < 0) {
        parser.skipChildren();
        reading.reject(FieldErrorCode.UNKNOWN_FIELD, "is not a field of this request");
        continue;
      }
      long bit = 1L << index;
      if ((seen & bit) != 0) {
        parser.skipChildren();
        reading.reject(FieldErrorCode.DUPLICATE_FIELD, "must be given once");
      } else if (token != JsonToken.VALUE_NULL) {
        values[index] = fieldSet.get(index).type().read(reading);
        given |= bit;
      }
      seen |= bit;
      guess = index + 1;
    }
    rejectMissing(given, reading);
    return new Values(fieldSet, values);
  }

  private void rejectMissing(long given, Reading reading) {
    for (int i = 0; i < fieldSet.size(); i++) {
      Field<?> field = fieldSet.get(i);
      if (field.isRequired() && (given & (1L << i)) == 0) {
        reading.at(field.name());
        reading.reject(FieldErrorCode.REQUIRED, "is required");
      }
    }
    reading.at(null);
  }

  private static InvalidRequest malformed(String message) {
    return new InvalidRequest(FieldError.BODY, FieldErrorCode.MALFORMED_JSON, message);
  }

  private static InvalidRequest malformed(JsonParser parser, JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return new InvalidRequest(
          FieldError.BODY,
          FieldErrorCode.TOO_DEEP,
          "must not be nested deeper than %d levels".formatted(Limits.BODY_DEPTH));
    }
    String where =
        "at line %d, column %d"
            .formatted(
                parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr());
    return e instanceof UnexpectedEndOfInputException
        ? malformed("ends before the JSON object does, " + where)
        : malformed("is not valid JSON " + where + ": " + e.getOriginalMessage());
  }

  /** The name in the description. */
  public String name() {
    return name;
  }

  /** The fields in their order. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** Whether a field of this name is declared. */
  public boolean declares(String field) {
    return fieldSet.indexOf(field, 0) >= 0;
  }

  /** An example of the whole, made of the examples of all fields. */
  public Map<String, Object> example() {
    Map<String, Object> example = new LinkedHashMap<>();
    fields.forEach(field -> example.put(field.name(), field.example()));
    return Collections.unmodifiableMap(example);
  }

  /** The JSON Schema of the object; inner objects are referred to by name. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field.name(), field.schema()));
    List<String> required = fields.stream().filter(Field::isRequired).map(Field::name).toList();
    return JsonObjects.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        required.isEmpty() ? null : required,
        "additionalProperties",
        false);
  }

  /** A reference to the schema, as it stands in the description. */
  public Map<String, Object> reference() {
    return JsonObjects.of("$ref", "#/components/schemas/" + name);
  }

  /** The bodies that the schema refers to, however deep, by their names. */
  public Map<String, Body> references() {
    Map<String, Body> references = new TreeMap<>();
    fields.forEach(field -> references.putAll(field.references()));
    return references;
  }
}
