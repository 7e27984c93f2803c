package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects that stand under the same name in several schemas, and are the same everywhere: each is
 * written once, and referred to.
 */
final class SharedSchemas {

  private final String suffix;
  private final Map<String, Map<Object, Integer>> found = new HashMap<>();
  private final Map<String, Object> shared = new TreeMap<>();

  /**
   * Shares nothing yet.
   *
   * @param suffix what is added to the names of fields
   */
  SharedSchemas(String suffix) {
    this.suffix = suffix;
  }

  /** Takes a schema, or what has schemas in it, into account. */
  void look(Object node) {
    switch (node) {
      case Map<?, ?> schema -> {
        properties(schema).forEach(this::count);
        schema.values().forEach(this::look);
      }
      case List<?> list -> list.forEach(this::look);
      default -> {
        // It has no schemas in it.
      }
    }
  }

  private void count(Object name, Object schema) {
    Object object = object(schema);
    if (object != null) {
      found.computeIfAbsent((String) name, _ -> new HashMap<>()).merge(object, 1, Integer::sum);
    }
  }

  private static Map<?, ?> properties(Map<?, ?> schema) {
    return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
  }

  /** The object that a field has, or has a list of; null if it is something else. */
  private static @Nullable Map<?, ?> object(Object schema) {
    if (!(schema instanceof Map<?, ?> map)) {
      return null;
    }
    if (map.get("items") instanceof Map<?, ?> items) {
      return object(items);
    }
    return map.containsKey("properties") || map.containsKey("anyOf") ? map : null;
  }

  /** What was looked at, with references in it. */
  Object referring(Object node) {
    return switch (node) {
      case Map<?, ?> schema -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        schema.forEach(
            (name, value) ->
                copy.put(
                    (String) name,
                    name.equals("properties") ? fields((Map<?, ?>) value) : referring(value)));
        yield copy;
      }
      case List<?> list -> list.stream().map(this::referring).toList();
      default -> node;
    };
  }

  private Map<String, Object> fields(Map<?, ?> properties) {
    Map<String, Object> copy = new LinkedHashMap<>();
    properties.forEach((name, schema) -> copy.put((String) name, field((String) name, schema)));
    return copy;
  }

  private Object field(String name, Object schema) {
    Map<?, ?> object = object(schema);
    if (object == null || !isShared(found.getOrDefault(name, Map.of()))) {
      return referring(schema);
    }
    String named = Character.toUpperCase(name.charAt(0)) + name.substring(1) + suffix;
    if (!shared.containsKey(named)) {
      shared.put(named, referring(object));
    }
    Map<String, Object> reference = JsonObjects.of("$ref", "#/components/schemas/" + named);
    return object.equals(schema) ? reference : JsonObjects.of("type", "array", "items", reference);
  }

  private static boolean isShared(Map<Object, Integer> structures) {
    return structures.size() == 1 && structures.values().iterator().next() > 1;
  }

  /** The objects that are referred to, by name. */
  Map<String, Object> definitions() {
    return shared;
  }
}
