package io.cascadeledger.api.debtor;

import io.cascadeledger.eventstore.json.JsonTexts;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.stream.Reference;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * An object of a request, read field by field; null is as if it were not there. Whoever has read it
 * asks {@link #requireNothingElse()} last. What is wrong is an {@link ItemFault}.
 */
final class WireObject {

  private final String path;
  private final JsonNode node;
  private final Shape shape;
  private final Set<String> read = new TreeSet<>();

  private WireObject(String path, JsonNode node, Shape shape) {
    if (!node.isObject()) {
      throw new ItemFault((path.isEmpty() ? "the item" : path) + " must be an object");
    }
    this.path = path;
    this.node = node;
    this.shape = shape;
  }

  /** The object at a place, which the faults name; empty for the item itself. */
  static WireObject of(String path, JsonNode node) {
    return new WireObject(path, node, Shape.begin());
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private ItemFault fault(String name, String what) {
    return new ItemFault(at(name) + " " + what);
  }

  private JsonNode find(String name) {
    read.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode find(String name, Predicate<JsonNode> sound, String otherwise) {
    JsonNode value = find(name);
    if (value != null && !sound.test(value)) {
      throw fault(name, otherwise);
    }
    return value;
  }

  /** What is read of a field that must be there. */
  <T> T required(String name, BiFunction<WireObject, String, T> read) {
    T value = read.apply(this, name);
    shape.require(name);
    if (value == null) {
      throw fault(name, "is missing");
    }
    return value;
  }

  /** Whether a field is there. */
  boolean has(String name) {
    return find(name) != null;
  }

  /** A text or a number as text; null if there is none. */
  String text(String name) {
    shape.field(name, FieldSchema.TEXT);
    JsonNode value = find(name, it -> it.isString() || it.isNumber(), "must be a text");
    if (value == null) {
      return null;
    }
    String text = value.asString();
    if (text.length() > Limits.TEXT_CHARACTERS) {
      throw fault(name, "must not be longer than %d characters".formatted(Limits.TEXT_CHARACTERS));
    }
    return text;
  }

  /** How something is named; null if it is not. */
  String reference(String name) {
    String text = text(name);
    shape.field(name, FieldSchema.REFERENCE);
    if (text != null && !Reference.isSound(text)) {
      throw fault(
          name,
          "must have 1 to %d characters, none of them a control character"
              .formatted(Limits.REFERENCE_CHARACTERS));
    }
    return text;
  }

  /** A whole number; null if there is none. */
  Long number(String name) {
    shape.field(name, FieldSchema.AMOUNT);
    return whole(name, "must be a whole number of cents");
  }

  private Long whole(String name, String otherwise) {
    JsonNode value = find(name, it -> it.isIntegralNumber() && it.canConvertToLong(), otherwise);
    return value == null ? null : value.asLong();
  }

  private <T> T parsed(
      String name, Map<String, Object> schema, Function<String, T> parser, String otherwise) {
    String text = text(name);
    shape.field(name, schema);
    try {
      return text == null ? null : parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException _) {
      throw fault(name, otherwise);
    }
  }

  /** A date; null if there is none. */
  LocalDate date(String name) {
    return parsed(name, FieldSchema.DATE, LocalDate::parse, "must be a date such as 2026-01-31");
  }

  /** A moment in milliseconds since 1970; null if there is none. */
  Instant moment(String name) {
    shape.field(name, FieldSchema.MOMENT);
    String otherwise = "must be a whole number of milliseconds since 1970";
    Long millis = whole(name, otherwise);
    if (millis != null && millis < 0) {
      throw fault(name, otherwise);
    }
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** A currency; null if there is none. */
  Currency currency(String name) {
    return parsed(
        name,
        FieldSchema.CURRENCY,
        Currency::getInstance,
        "must be a currency of ISO 4217 such as EUR");
  }

  /** One of some names; null if there is none. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return parsed(
        name,
        FieldSchema.oneOf(type),
        text -> Enum.valueOf(type, text),
        "must be one of " + Arrays.toString(type.getEnumConstants()));
  }

  /** One of some names, which must be there. */
  <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
    return required(name, (object, field) -> object.constant(field, type));
  }

  /** A truth value; false if there is none. */
  boolean flag(String name) {
    shape.field(name, FieldSchema.FLAG);
    JsonNode value = find(name, JsonNode::isBoolean, "must be true or false");
    return value != null && value.asBoolean();
  }

  /** An object; null if there is none. */
  WireObject object(String name) {
    shape.field(name, FieldSchema.OBJECT);
    JsonNode value = find(name);
    return value == null ? null : new WireObject(at(name), value, shape.inside(name, false));
  }

  /** What is made of each object of a list; null if there is no list. */
  <T> List<T> list(String name, Function<WireObject, T> item) {
    shape.field(name, FieldSchema.LIST);
    JsonNode value = find(name, JsonNode::isArray, "must be a list");
    if (value == null) {
      return null;
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      items.add(
          item.apply(
              new WireObject(at(name) + "[" + i + "]", value.get(i), shape.inside(name, true))));
    }
    return items;
  }

  /** A list of texts; empty if there is none. */
  List<String> texts(String name) {
    shape.field(name, FieldSchema.TEXTS);
    JsonNode value =
        find(
            name,
            it -> it.isArray() && it.valueStream().allMatch(JsonNode::isString),
            "must be a list of texts");
    return value == null ? List.of() : value.valueStream().map(JsonNode::asString).toList();
  }

  /** Any value as JSON; null if there is none. */
  JsonText json(String name) {
    shape.field(name, FieldSchema.ANYTHING);
    JsonNode value = find(name);
    return value == null ? null : JsonTexts.parse(value.toString());
  }

  /** Notes; none if there are none. */
  Meta meta(String name) {
    WireObject object = object(name);
    return object == null ? Meta.NONE : object.asMeta();
  }

  /** The object itself as notes. */
  Meta asMeta() {
    shape.free();
    SortedMap<String, JsonText> entries = new TreeMap<>();
    node.properties()
        .forEach(it -> entries.put(it.getKey(), JsonTexts.parse(it.getValue().toString())));
    read.addAll(entries.keySet());
    return new Meta(entries);
  }

  /** Refuses a field that nobody has asked for. */
  void requireNothingElse() {
    shape.close();
    node.propertyNames().stream()
        .filter(name -> !read.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw fault(name, "is not known here");
            });
  }
}
