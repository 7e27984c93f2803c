package io.cascadeledger.api.request;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Metadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One named value of a request, declared once: the declaration reads it, checks it, tells it apart
 * from others for idempotency, and describes it. A field is required unless it is made {@link
 * #optional}. Fields are immutable; the same field may be part of several bodies.
 *
 * @param <T> the type of the value in Java
 */
public final class Field<T> {

  private static final int DECIMAL_FRACTION_DIGITS = 10;

  private final String name;
  private final ValueType<T> type;
  private final boolean required;
  private final T fallback;
  private final String description;
  private final Object example;

  private Field(
      String name,
      ValueType<T> type,
      boolean required,
      T fallback,
      String description,
      Object example) {
    this.name = Objects.requireNonNull(name, "name must not be null");
    this.type = type;
    this.required = required;
    this.fallback = fallback;
    this.description = description;
    this.example = example;
  }

  private static <T> Field<T> required(String name, ValueType<T> type, Object example) {
    return new Field<>(name, type, true, null, null, example);
  }

  /** A UUID in its 36-character form. */
  public static Field<UUID> uuid(String name) {
    return required(name, Scalars.UUID_TYPE, "11111111-1111-1111-1111-111111111111");
  }

  /**
   * An amount of minor units as a string of digits: above zero and at most {@link
   * Limits#AMOUNT_MINOR}.
   */
  public static Field<Long> amount(String name) {
    return required(name, Scalars.amount(false), "88849");
  }

  /** An amount like {@link #amount} that may also be zero. */
  public static Field<Long> amountOrZero(String name) {
    return required(name, Scalars.amount(true), "0");
  }

  /** An amount like {@link #amountOrZero} that may have a minus sign. */
  public static Field<Long> difference(String name) {
    return required(name, Scalars.DIFFERENCE, "-250");
  }

  /** An ISO 4217 code of a currency that has minor units. */
  public static Field<Currency> currency(String name) {
    return required(name, Scalars.CURRENCY, "USD");
  }

  /** A day of the calendar, written as {@code YYYY-MM-DD}. */
  public static Field<LocalDate> date(String name) {
    return required(name, Scalars.DATE, "2026-05-01");
  }

  /** A moment as RFC 3339 writes it, with {@code Z} or an offset; kept to the microsecond. */
  public static Field<Instant> instant(String name) {
    return required(name, Instants.TYPE, "2026-05-01T12:00:00Z");
  }

  /** Text for people, which may have several lines and is not blank. */
  public static Field<String> text(String name, int charactersMax) {
    return required(name, Scalars.text(charactersMax), "As agreed by telephone.");
  }

  /** A reference of another system: one line that is not blank and not too long. */
  public static Field<String> reference(String name) {
    return required(name, Scalars.reference(Limits.REFERENCE_CHARACTERS), "stripe_ch_xyz123");
  }

  /**
   * A short name for machines.
   *
   * @param pattern what the whole value must match: a regular expression that means the same in
   *     Java and ECMAScript, anchored at both ends
   */
  public static Field<String> token(String name, String pattern, String example) {
    return required(
        name, Scalars.token(Pattern.compile(pattern).asMatchPredicate(), pattern), example);
  }

  /** The name that a caller gives an event, as the header Idempotency-Key has it. */
  public static Field<String> idempotencyKey(String name) {
    return required(name, Scalars.IDEMPOTENCY_KEY, "payment:loan_42:proc_txn_abc123");
  }

  /** One of the constants of an enum, by their names in Java. */
  public static <E extends Enum<E>> Field<E> oneOf(String name, Class<E> type) {
    return oneOf(name, Constants.byName(type));
  }

  /** One of the constants of an enum, by their names in lower case. */
  public static <E extends Enum<E>> Field<E> oneWordOf(String name, Class<E> type) {
    return oneOf(name, Constants.byWord(type));
  }

  /**
   * One of the constants of an enum, by the names that they have in the API.
   *
   * @param values each constant once, by its name in the API; their order is that of the
   *     description
   */
  public static <E extends Enum<E>> Field<E> oneOf(String name, Map<String, E> values) {
    return required(
        name, Scalars.oneOf(new LinkedHashMap<>(values)), values.keySet().iterator().next());
  }

  /** A decimal string that is not negative, with at most 10 digits after the point. */
  public static Field<String> decimal(String name) {
    return required(name, Decimals.ofFraction(DECIMAL_FRACTION_DIGITS), "0.0725");
  }

  /** A whole number: a JSON number in a body, digits in a parameter. Both limits are included. */
  public static Field<Integer> integer(String name, int min, int max) {
    return required(name, Scalars.integer(min, max), min);
  }

  /** The caller's own notes. They are optional: {@link Metadata#NONE} if there are none. */
  public static Field<Metadata> metadata(String name) {
    return required(name, new MetadataType(), Map.of("channel", "branch"))
        .optional(Metadata.NONE)
        .describe("Your own notes on this. They are kept and given back, and never read.");
  }

  /** An object within the object. */
  public static Field<Values> object(String name, Body body) {
    return required(name, new ObjectType(body), body.example());
  }

  /**
   * A list of objects, which may be empty.
   *
   * @param itemsMax the most objects it may have
   */
  public static Field<List<Values>> list(String name, Body item, int itemsMax) {
    return required(name, new ListType(item, itemsMax), List.of(item.example()));
  }

  /** The same field, which may be absent or null. */
  public Field<T> optional() {
    return new Field<>(name, type, false, null, description, example);
  }

  /**
   * The same field, which may be absent or null.
   *
   * @param fallback what its absence means, not null. To send this value is the same request as to
   *     send none.
   */
  public Field<T> optional(T fallback) {
    Objects.requireNonNull(fallback, "fallback must not be null");
    return new Field<>(name, type, false, fallback, description, example);
  }

  /** The same field with a sentence for the description of the API. */
  public Field<T> describe(String text) {
    return new Field<>(name, type, required, fallback, text, example);
  }

  /**
   * The same field with another example.
   *
   * @param value the value as it stands in JSON: a string, an {@link Integer}, a map or a list
   */
  public Field<T> example(Object value) {
    return new Field<>(name, type, required, fallback, description, value);
  }

  /** The name in the API, in snake_case. */
  public String name() {
    return name;
  }

  /** Whether the field must be there. */
  public boolean isRequired() {
    return required;
  }

  /** The example, as it stands in JSON. */
  public Object example() {
    return example;
  }

  /** The JSON Schema of the value with description, default and example. */
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(type.schema());
    if (description != null) {
      schema.put("description", description);
    }
    if (fallback != null && type instanceof ScalarType<T> scalar) {
      schema.put(
          "default", fallback instanceof Integer ? fallback : scalar.canonical().apply(fallback));
    }
    schema.put("examples", List.of(example));
    return schema;
  }

  /** The bodies that this field's schema refers to. */
  Map<String, Body> references() {
    return switch (type) {
      case ObjectType object -> referencesOf(object.body());
      case ListType list -> referencesOf(list.item());
      case ScalarType<?> _, MetadataType _ -> Map.of();
    };
  }

  private static Map<String, Body> referencesOf(Body body) {
    Map<String, Body> references = new HashMap<>(body.references());
    references.put(body.name(), body);
    return references;
  }

  ValueType<T> type() {
    return type;
  }

  T fallback() {
    return fallback;
  }
}
