package io.cascadeledger.api.description;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.api.movement.DayEndAnswer;
import io.cascadeledger.api.request.Body;
import io.cascadeledger.metadata.Metadata;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The named schemas of the description: request bodies as declared, and answers' records. */
final class Components {

  private final Map<String, Object> schemas = new TreeMap<>();
  private final Map<String, Object> sources = new TreeMap<>();

  /** All schemas that were asked for, by name. */
  Map<String, Object> schemas() {
    return schemas;
  }

  /** A reference to a request body's schema. */
  Map<String, Object> reference(Body body) {
    Map<String, Body> bodies = new TreeMap<>(body.references());
    bodies.put(body.name(), body);
    bodies.forEach(
        (name, it) -> {
          if (isNew(name, it)) {
            schemas.put(name, it.schema());
          }
        });
    return body.reference();
  }

  /** A reference to the schema of an answer's record. */
  Map<String, Object> reference(Class<?> type) {
    if (isNew(type.getSimpleName(), type)) {
      schemas.put(type.getSimpleName(), schemaOf(type));
    }
    return JsonObjects.of("$ref", "#/components/schemas/" + type.getSimpleName());
  }

  /**
   * An answer that, if the request asks for it, says what the end of the day before has brought.
   */
  Map<String, Object> caughtUp(Map<String, Object> answer) {
    Map<String, Object> besides =
        JsonObjects.of(
            "type",
            "object",
            "properties",
            JsonObjects.of(Writes.CAUGHT_UP, reference(DayEndAnswer.class)));
    return JsonObjects.of("allOf", List.of(answer, besides));
  }

  private boolean isNew(String name, Object source) {
    Object known = sources.putIfAbsent(name, source);
    if (known != null && !known.equals(source)) {
      throw new IllegalArgumentException("two schemas have the name " + name);
    }
    return known == null;
  }

  private Map<String, Object> schemaOf(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = ApiJson.nameOf(component.getName());
      Describe describe = component.getAnnotation(Describe.class);
      Map<String, Object> schema = new LinkedHashMap<>(schemaOf(component));
      if (describe != null) {
        schema.put("description", describe.value());
      }
      if (describe == null || !describe.optional()) {
        required.add(name);
      }
      properties.put(name, schema);
    }
    Describe describe = type.getAnnotation(Describe.class);
    return JsonObjects.of(
        "type",
        "object",
        "description",
        describe == null ? null : describe.value(),
        "properties",
        properties,
        "required",
        required);
  }

  private Map<String, Object> schemaOf(RecordComponent component) {
    JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
    if (format != null && format.shape() == JsonFormat.Shape.NUMBER_INT) {
      return JsonObjects.of("type", "integer", "format", "int64");
    }
    return schemaOf(component.getGenericType());
  }

  private Map<String, Object> schemaOf(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          JsonObjects.of("type", "array", "items", schemaOf(list.getActualTypeArguments()[0]));
      case ParameterizedType map when isMapOfStrings(map) -> objectOfStrings();
      case Class<?> c when c.isRecord() && c != Metadata.class -> reference(c);
      case Class<?> c when c.isEnum() ->
          JsonObjects.of("type", "string", "enum", namesOf(c.getEnumConstants()));
      case Class<?> c -> schemaOfScalar(c);
      default -> throw new IllegalArgumentException("no schema is known for " + type);
    };
  }

  private static Map<String, Object> schemaOfScalar(Class<?> type) {
    if (type == String.class) {
      return JsonObjects.of("type", "string");
    } else if (type == long.class || type == Long.class) {
      return JsonObjects.of("type", "string", "pattern", "^-?[0-9]{1,19}$");
    } else if (type == int.class || type == Integer.class) {
      return JsonObjects.of("type", "integer", "format", "int32");
    } else if (type == boolean.class || type == Boolean.class) {
      return JsonObjects.of("type", "boolean");
    } else if (type == UUID.class) {
      return JsonObjects.of("type", "string", "format", "uuid");
    } else if (type == LocalDate.class) {
      return JsonObjects.of("type", "string", "format", "date");
    } else if (type == Instant.class) {
      return JsonObjects.of("type", "string", "format", "date-time");
    } else if (type == Currency.class) {
      return JsonObjects.of("type", "string", "pattern", "^[A-Z]{3}$");
    } else if (type == Metadata.class) {
      return objectOfStrings();
    }
    throw new IllegalArgumentException("no schema is known for " + type);
  }

  private static boolean isMapOfStrings(ParameterizedType type) {
    return type.getRawType() instanceof Class<?> raw
        && Map.class.isAssignableFrom(raw)
        && Arrays.stream(type.getActualTypeArguments()).allMatch(it -> it == String.class);
  }

  private static Map<String, Object> objectOfStrings() {
    return JsonObjects.of(
        "type", "object", "additionalProperties", JsonObjects.of("type", "string"));
  }

  private static List<String> namesOf(Object[] constants) {
    return Arrays.stream(constants)
        .map(constant -> ApiJson.MAPPER.convertValue(constant, String.class))
        .toList();
  }
}
