package io.cascadeledger.api.debtor;

import io.cascadeledger.api.json.JsonObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of an object while it is read: its fields, and what each may be. The description of
 * the surface is made of it, so that it says what is read and nothing else. Outside of {@link
 * #listen} nothing is noted.
 */
final class Shape {

  private static final ScopedValue<List<Shape>> HEARD = ScopedValue.newInstance();

  /** What is asked while nobody listens. */
  private static final Shape UNHEARD = new Shape();

  private final Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
  private final Map<String, List<Shape>> nested = new LinkedHashMap<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();
  private boolean closed;
  private boolean free;

  private Shape() {}

  /** The shapes of the objects that are read, one after the other, but for those inside others. */
  static List<Shape> listen(Runnable reading) {
    List<Shape> heard = new ArrayList<>();
    ScopedValue.where(HEARD, heard).run(reading);
    return heard;
  }

  /** The shape of an object that is about to be read. */
  static Shape begin() {
    if (!HEARD.isBound()) {
      return UNHEARD;
    }
    Shape shape = new Shape();
    HEARD.get().add(shape);
    return shape;
  }

  /** A field was asked for; what is said of it last is what it is. */
  void field(String name, Map<String, Object> schema) {
    if (this != UNHEARD) {
      fields.put(name, schema);
    }
  }

  /** A field must be there. */
  void require(String name) {
    if (this != UNHEARD) {
      required.add(name);
    }
  }

  /** The object in a field, or one of a list in it, is about to be read. */
  Shape inside(String name, boolean ofList) {
    if (this == UNHEARD) {
      return this;
    }
    Shape shape = new Shape();
    nested.computeIfAbsent(name, _ -> new ArrayList<>()).add(shape);
    if (ofList) {
      lists.add(name);
    }
    return shape;
  }

  /** It is taken as a whole, whatever fields it has. */
  void free() {
    if (this != UNHEARD) {
      free = true;
    }
  }

  /** No other fields are taken. */
  void close() {
    if (this != UNHEARD) {
      closed = true;
    }
  }

  /** The schema of objects that were read: one, or several of which each has other fields. */
  static Map<String, Object> schema(Collection<Shape> shapes) {
    Map<Set<String>, List<Shape>> kinds = new LinkedHashMap<>();
    shapes.forEach(
        shape -> kinds.computeIfAbsent(shape.fields.keySet(), _ -> new ArrayList<>()).add(shape));
    List<Map<String, Object>> schemas = kinds.values().stream().map(Shape::merged).toList();
    return schemas.size() == 1 ? schemas.getFirst() : JsonObjects.of("anyOf", schemas);
  }

  private static Map<String, Object> merged(List<Shape> shapes) {
    Shape first = shapes.getFirst();
    if (first.free) {
      return FieldSchema.OBJECT;
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    first.fields.forEach((name, schema) -> properties.put(name, field(shapes, name, schema)));
    Set<String> always = new LinkedHashSet<>(first.required);
    shapes.forEach(shape -> always.retainAll(shape.required));
    return JsonObjects.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        always.isEmpty() ? null : List.copyOf(always),
        "additionalProperties",
        first.closed ? false : null);
  }

  private static Map<String, Object> field(
      List<Shape> shapes, String name, Map<String, Object> schema) {
    List<Shape> inside =
        shapes.stream()
            .flatMap(shape -> shape.nested.getOrDefault(name, List.of()).stream())
            .toList();
    if (inside.isEmpty()) {
      return schema;
    }
    Map<String, Object> objects = schema(inside);
    return shapes.stream().anyMatch(shape -> shape.lists.contains(name))
        ? JsonObjects.of("type", "array", "items", objects)
        : objects;
  }
}
