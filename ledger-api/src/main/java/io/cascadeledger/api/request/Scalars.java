package io.cascadeledger.api.request;

import static io.cascadeledger.api.request.FieldErrorCode.INVALID_FORMAT;
import static io.cascadeledger.api.request.FieldErrorCode.NOT_POSITIVE;
import static io.cascadeledger.api.request.FieldErrorCode.TOO_LARGE;
import static io.cascadeledger.api.request.FieldErrorCode.TOO_SMALL;
import static io.cascadeledger.api.request.FieldErrorCode.UNKNOWN_VALUE;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.JsonToken;

/** The kinds of values that are written as one word. */
final class Scalars {

  private static final int AMOUNT_DIGITS = 16;
  private static final int KEY_CHARACTERS_MIN = 8;
  private static final int KEY_CHARACTERS_MAX = 255;
  private static final int UUID_CHARACTERS = 36;
  private static final int DATE_CHARACTERS = 10;
  private static final int INTEGER_DIGITS = 9;

  /** Currencies in circulation; codes such as XXX and XAU have no minor unit to count in. */
  private static final Map<String, Currency> CURRENCIES =
      Currency.availableCurrencies()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private static final String UUID_EXPECTED =
      "must be a UUID such as \"11111111-1111-1111-1111-111111111111\"";

  static final ScalarType<UUID> UUID_TYPE =
      ScalarType.string(
          UUID_EXPECTED,
          Scalars::uuid,
          UUID::toString,
          JsonObjects.of("type", "string", "format", "uuid"));

  static final ScalarType<LocalDate> DATE =
      ScalarType.string(
          "must be a date such as \"2026-05-01\"",
          Scalars::date,
          LocalDate::toString,
          JsonObjects.of("type", "string", "format", "date"));

  static final ScalarType<Currency> CURRENCY =
      ScalarType.string(
          "must be an ISO 4217 code such as \"USD\"",
          Scalars::currency,
          Currency::getCurrencyCode,
          JsonObjects.of("type", "string", "pattern", "^[A-Z]{3}$"));

  static final ScalarType<String> IDEMPOTENCY_KEY =
      token(Scalars::isIdempotencyKey, "^" + Limits.IDEMPOTENCY_KEY.pattern() + "$");

  private Scalars() {}

  static ScalarType<Long> amount(boolean zeroAllowed) {
    return ScalarType.string(
        "must be a string of digits such as \"88849\" (amounts are strings, because JSON numbers"
            + " are not exact everywhere)",
        (text, reading) -> amount(text, zeroAllowed, reading),
        amount -> Long.toString(amount),
        JsonObjects.of(
            "type",
            "string",
            "pattern",
            zeroAllowed ? "^(0|[1-9][0-9]{0,15})$" : "^[1-9][0-9]{0,15}$"));
  }

  static final ScalarType<Long> DIFFERENCE =
      ScalarType.string(
          "must be a string of digits such as \"-250\"",
          (text, reading) -> {
            boolean negative = text.startsWith("-");
            Long size = amount(negative ? text.substring(1) : text, !negative, reading);
            return size == null || !negative ? size : Long.valueOf(-size);
          },
          amount -> Long.toString(amount),
          JsonObjects.of("type", "string", "pattern", "^(0|-?[1-9][0-9]{0,15})$"));

  static ScalarType<String> text(int charactersMax) {
    return ScalarType.string(
        "must be a string",
        (text, reading) -> notBlank(Texts.checked(text, charactersMax, true, reading), reading),
        Function.identity(),
        JsonObjects.of("type", "string", "minLength", 1, "maxLength", charactersMax));
  }

  static ScalarType<String> reference(int charactersMax) {
    return ScalarType.string(
        "must be a string",
        (text, reading) -> notBlank(Texts.checked(text, charactersMax, false, reading), reading),
        Function.identity(),
        JsonObjects.of("type", "string", "minLength", 1, "maxLength", charactersMax));
  }

  /** What {@link Limits#IDEMPOTENCY_KEY} matches; by hand, as batches have one on each line. */
  static boolean isIdempotencyKey(String text) {
    if (text.length() < KEY_CHARACTERS_MIN
        || text.length() > KEY_CHARACTERS_MAX
        || !Texts.isAlphanumeric(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Texts.isAlphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-') {
        return false;
      }
    }
    return true;
  }

  static ScalarType<String> token(Predicate<String> matcher, String pattern) {
    return ScalarType.string(
        "must be a string",
        (text, reading) ->
            matcher.test(text)
                ? text
                : reading.reject(INVALID_FORMAT, "must match the pattern " + pattern),
        Function.identity(),
        JsonObjects.of("type", "string", "pattern", pattern));
  }

  static <E extends Enum<E>> ScalarType<E> oneOf(Map<String, E> values) {
    Map<E, String> names =
        values.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    String expected = "must be one of " + String.join(", ", values.keySet());
    return ScalarType.string(
        expected,
        (text, reading) -> {
          E value = values.get(text);
          return value == null ? reading.reject(UNKNOWN_VALUE, expected) : value;
        },
        names::get,
        JsonObjects.of("type", "string", "enum", List.copyOf(values.keySet())));
  }

  static ScalarType<Integer> integer(int min, int max) {
    String expected = "must be a whole number from %d to %d".formatted(min, max);
    return new ScalarType<>(
        JsonToken.VALUE_NUMBER_INT,
        expected,
        (text, reading) -> integer(text, min, max, expected, reading),
        number -> Integer.toString(number),
        JsonObjects.of("type", "integer", "minimum", min, "maximum", max));
  }

  private static String notBlank(String text, Reading reading) {
    return text != null && text.isBlank()
        ? reading.reject(INVALID_FORMAT, "must not be blank; leave it out instead")
        : text;
  }

  private static Long amount(String text, boolean zeroAllowed, Reading reading) {
    if (!Texts.areDigits(text, 0, text.length())) {
      return reading.reject(
          INVALID_FORMAT,
          "must be digits only, such as \"88849\" for 888.49 of a 2-digit currency");
    }
    if (text.length() > 1 && text.charAt(0) == '0') {
      return reading.reject(INVALID_FORMAT, "must not begin with zeros");
    }
    long amount = text.length() > AMOUNT_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    if (amount > Limits.AMOUNT_MINOR) {
      return reading.reject(TOO_LARGE, "must be at most " + Limits.AMOUNT_MINOR);
    }
    if (amount == 0 && !zeroAllowed) {
      return reading.reject(NOT_POSITIVE, "must be above zero");
    }
    return amount;
  }

  private static Integer integer(String text, int min, int max, String expected, Reading reading) {
    boolean negative = text.startsWith("-");
    int first = negative ? 1 : 0;
    if (!Texts.areDigits(text, first, text.length())) {
      return reading.reject(INVALID_FORMAT, expected);
    }
    boolean huge = text.length() - first > INTEGER_DIGITS;
    if (huge ? negative : Integer.parseInt(text) < min) {
      return reading.reject(TOO_SMALL, expected);
    }
    if (huge || Integer.parseInt(text) > max) {
      return reading.reject(TOO_LARGE, expected);
    }
    return Integer.valueOf(text);
  }

  private static Currency currency(String text, Reading reading) {
    Currency currency = CURRENCIES.get(text);
    if (currency != null) {
      return currency;
    }
    boolean wellFormed = text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return wellFormed
        ? reading.reject(UNKNOWN_VALUE, "must be an ISO 4217 currency in circulation")
        : reading.reject(INVALID_FORMAT, "must be three capital letters such as \"USD\"");
  }

  private static UUID uuid(String text, Reading reading) {
    if (text.length() != UUID_CHARACTERS) {
      return reading.reject(INVALID_FORMAT, UUID_EXPECTED);
    }
    for (int i = 0; i < UUID_CHARACTERS; i++) {
      char c = text.charAt(i);
      boolean dashPlace = i == 8 || i == 13 || i == 18 || i == 23;
      if (dashPlace ? c != '-' : !Texts.isHex(c)) {
        return reading.reject(INVALID_FORMAT, UUID_EXPECTED);
      }
    }
    return UUID.fromString(text);
  }

  private static LocalDate date(String text, Reading reading) {
    if (text.length() != DATE_CHARACTERS
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || !Texts.areDigits(text, 0, 4)
        || !Texts.areDigits(text, 5, 7)
        || !Texts.areDigits(text, 8, DATE_CHARACTERS)) {
      return reading.reject(INVALID_FORMAT, "must be a date written as YYYY-MM-DD");
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text, 0, 4, 10),
          Integer.parseInt(text, 5, 7, 10),
          Integer.parseInt(text, 8, DATE_CHARACTERS, 10));
    } catch (DateTimeException e) {
      return reading.reject(INVALID_FORMAT, "must be a day of the calendar");
    }
  }
}
