package io.cascadeledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.journal.Side;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  private static final String LOAN = "11111111-1111-1111-1111-111111111111";

  private static final Field<UUID> ID = Field.uuid("id");
  private static final Field<Long> AMOUNT = Field.amount("amount");
  private static final Field<Long> ZERO = Field.amountOrZero("zero");
  private static final Field<Currency> CURRENCY = Field.currency("currency");
  private static final Field<LocalDate> DATE = Field.date("date");
  private static final Field<String> TEXT = Field.text("text", 10);
  private static final Field<String> REFERENCE = Field.reference("reference");
  private static final Field<String> TOKEN = Field.token("token", "^[a-z][a-z0-9_]{0,3}$", "ach");
  private static final Field<DayCountConvention> COUNT =
      Field.oneOf("count", DayCountConvention.class);
  private static final Field<Side> SIDE = Field.oneOf("side", sides());
  private static final Field<String> RATE = Field.decimal("rate");
  private static final Field<Integer> NUMBER = Field.integer("number", -5, 360);
  private static final Field<Metadata> METADATA = Field.metadata("metadata");

  private static final Body ITEM = Body.of("Item", ID, AMOUNT);
  private static final Field<Values> OBJECT = Field.object("object", ITEM);
  private static final Field<List<Values>> LIST = Field.list("list", ITEM, 3);

  private static final Field<String> OPTIONAL = Field.text("optional", 10).optional();
  private static final Body WITH_OPTIONAL = Body.of("WithOptional", CURRENCY, OPTIONAL, METADATA);

  private static Map<String, Side> sides() {
    Map<String, Side> sides = new LinkedHashMap<>();
    sides.put("DR", Side.DEBIT);
    sides.put("CR", Side.CREDIT);
    return sides;
  }

  static Stream<Arguments> wellFormedValues() {
    return Stream.of(
        Arguments.of(ID, quoted(LOAN), UUID.fromString(LOAN)),
        Arguments.of(
            ID,
            quoted("ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB"),
            UUID.fromString("abcdefab-cdef-abcd-efab-cdefabcdefab")),
        Arguments.of(AMOUNT, quoted("1"), 1L),
        Arguments.of(AMOUNT, quoted("88849"), 88849L),
        Arguments.of(AMOUNT, quoted("1000000000000000"), Limits.AMOUNT_MINOR),
        Arguments.of(ZERO, quoted("0"), 0L),
        Arguments.of(CURRENCY, quoted("USD"), Currency.getInstance("USD")),
        Arguments.of(CURRENCY, quoted("JPY"), Currency.getInstance("JPY")),
        Arguments.of(CURRENCY, quoted("KWD"), Currency.getInstance("KWD")),
        Arguments.of(DATE, quoted("2026-05-01"), LocalDate.of(2026, 5, 1)),
        Arguments.of(DATE, quoted("2028-02-29"), LocalDate.of(2028, 2, 29)),
        Arguments.of(TEXT, quoted("a\\nb\\tc"), "a\nb\tc"),
        Arguments.of(TEXT, quoted("0123456789"), "0123456789"),
        Arguments.of(TEXT, quoted("😀😀😀😀😀😀😀😀😀😀"), "😀".repeat(10)),
        Arguments.of(TEXT, quoted("\\ud83d\\ude00"), "😀"),
        Arguments.of(REFERENCE, quoted("x".repeat(255)), "x".repeat(255)),
        Arguments.of(TOKEN, quoted("ach"), "ach"),
        Arguments.of(COUNT, quoted("ACT_365"), DayCountConvention.ACT_365),
        Arguments.of(SIDE, quoted("CR"), Side.CREDIT),
        Arguments.of(RATE, quoted("0"), "0"),
        Arguments.of(RATE, quoted("0.0725"), "0.0725"),
        Arguments.of(RATE, quoted("12.3456789012"), "12.3456789012"),
        Arguments.of(NUMBER, "-5", -5),
        Arguments.of(NUMBER, "360", 360),
        Arguments.of(METADATA, "{}", Metadata.NONE),
        Arguments.of(METADATA, "{\"b\":\"2\",\"a\":\"\"}", Metadata.of(Map.of("a", "", "b", "2"))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wellFormedValues")
  void a_well_formed_value_is_read(Field<?> field, String json, Object expected) {
    Values values = read(Body.of("One", field), "{\"%s\":%s}".formatted(field.name(), json));

    assertThat((Object) values.get(field)).isEqualTo(expected);
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of(ID, "17", "wrong_type"),
        Arguments.of(ID, quoted("1-1-1-1-1"), "invalid_format"),
        Arguments.of(ID, quoted("g1111111-1111-1111-1111-111111111111"), "invalid_format"),
        Arguments.of(ID, quoted("11111111+1111-1111-1111-111111111111"), "invalid_format"),
        Arguments.of(AMOUNT, "88849", "wrong_type"),
        Arguments.of(AMOUNT, "888.49", "wrong_type"),
        Arguments.of(AMOUNT, "true", "wrong_type"),
        Arguments.of(AMOUNT, "[\"1\"]", "wrong_type"),
        Arguments.of(AMOUNT, "{\"a\":{\"b\":[1]}}", "wrong_type"),
        Arguments.of(AMOUNT, quoted(""), "invalid_format"),
        Arguments.of(AMOUNT, quoted("888.49"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("-1"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("+1"), "invalid_format"),
        Arguments.of(AMOUNT, quoted(" 1"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("1e3"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("٣"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("088849"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("00"), "invalid_format"),
        Arguments.of(AMOUNT, quoted("0"), "not_positive"),
        Arguments.of(AMOUNT, quoted("1000000000000001"), "too_large"),
        Arguments.of(AMOUNT, quoted("9".repeat(16)), "too_large"),
        Arguments.of(AMOUNT, quoted("9".repeat(400)), "too_large"),
        Arguments.of(ZERO, quoted("00"), "invalid_format"),
        Arguments.of(ZERO, quoted("9".repeat(16)), "too_large"),
        Arguments.of(CURRENCY, "840", "wrong_type"),
        Arguments.of(CURRENCY, quoted("usd"), "invalid_format"),
        Arguments.of(CURRENCY, quoted("US"), "invalid_format"),
        Arguments.of(CURRENCY, quoted("ZZZ"), "unknown_value"),
        Arguments.of(CURRENCY, quoted("XAU"), "unknown_value"),
        Arguments.of(DATE, "20260501", "wrong_type"),
        Arguments.of(DATE, quoted("2026-5-1"), "invalid_format"),
        Arguments.of(DATE, quoted("2026-02-29"), "invalid_format"),
        Arguments.of(DATE, quoted("2026-13-01"), "invalid_format"),
        Arguments.of(DATE, quoted("2026-05-01T00:00:00Z"), "invalid_format"),
        Arguments.of(DATE, quoted("01/05/2026"), "invalid_format"),
        Arguments.of(DATE, quoted("+026-05-01"), "invalid_format"),
        Arguments.of(TEXT, "1", "wrong_type"),
        Arguments.of(TEXT, quoted(""), "invalid_format"),
        Arguments.of(TEXT, quoted("  "), "invalid_format"),
        Arguments.of(TEXT, quoted("a\\u0000b"), "invalid_format"),
        Arguments.of(TEXT, quoted("a\\ud83d"), "invalid_format"),
        Arguments.of(TEXT, quoted("\\ude00a"), "invalid_format"),
        Arguments.of(TEXT, quoted("01234567890"), "too_long"),
        Arguments.of(REFERENCE, quoted("two\\nlines"), "invalid_format"),
        Arguments.of(REFERENCE, quoted("x".repeat(256)), "too_long"),
        Arguments.of(TOKEN, quoted("ACH"), "invalid_format"),
        Arguments.of(TOKEN, quoted("ach\\n"), "invalid_format"),
        Arguments.of(COUNT, quoted("act_365"), "unknown_value"),
        Arguments.of(SIDE, quoted("DEBIT"), "unknown_value"),
        Arguments.of(RATE, "0.0725", "wrong_type"),
        Arguments.of(RATE, quoted("-0.07"), "invalid_format"),
        Arguments.of(RATE, quoted(".07"), "invalid_format"),
        Arguments.of(RATE, quoted("7."), "invalid_format"),
        Arguments.of(RATE, quoted("00.07"), "invalid_format"),
        Arguments.of(RATE, quoted("7,25"), "invalid_format"),
        Arguments.of(RATE, quoted("0.12345678901"), "invalid_format"),
        Arguments.of(RATE, quoted("1".repeat(10)), "invalid_format"),
        Arguments.of(NUMBER, quoted("12"), "wrong_type"),
        Arguments.of(NUMBER, "12.0", "wrong_type"),
        Arguments.of(NUMBER, "-6", "too_small"),
        Arguments.of(NUMBER, "-99999999999999999999", "too_small"),
        Arguments.of(NUMBER, "361", "too_large"),
        Arguments.of(NUMBER, "99999999999999999999", "too_large"),
        Arguments.of(METADATA, "[]", "wrong_type"),
        Arguments.of(OBJECT, "[]", "wrong_type"),
        Arguments.of(OBJECT, quoted("x"), "wrong_type"),
        Arguments.of(LIST, "{}", "wrong_type"));
  }

  @ParameterizedTest(name = "{1} is {2}")
  @MethodSource("wrongValues")
  void a_wrong_value_is_refused(Field<?> field, String json, String code) {
    Body body = Body.of("One", field);

    assertThat(errors(body, "{\"%s\":%s}".formatted(field.name(), json)))
        .containsExactly(field.name() + " " + code);
  }

  @Test
  void a_number_where_an_amount_is_due_is_answered_with_the_reason() {
    InvalidRequest refused = refuse(Body.of("One", AMOUNT), "{\"amount\":88849}");

    assertThat(refused)
        .hasMessage(
            "amount must be a string of digits such as \"88849\" (amounts are strings, because"
                + " JSON numbers are not exact everywhere), not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"currency\":null}"})
  void a_required_field_that_is_missing_or_null_is_refused(String json) {
    assertThat(errors(WITH_OPTIONAL, json)).containsExactly("currency required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"currency\":\"USD\"}",
        "{\"currency\":\"USD\",\"optional\":null,\"metadata\":null}"
      })
  void an_optional_field_that_is_missing_or_null_is_absent(String json) {
    Values values = read(WITH_OPTIONAL, json);

    assertThat(values.get(OPTIONAL)).isNull();
    assertThat(values.find(OPTIONAL)).isEmpty();
    assertThat(values.get(METADATA)).isEqualTo(Metadata.NONE);
  }

  @Test
  void all_errors_are_found_at_once_with_their_paths() {
    Body body = Body.of("All", CURRENCY, OBJECT, LIST, METADATA);

    assertThat(
            errors(
                body,
                """
                {"currency": "usd", "currency": "USD", "colour": {"red": [1, 2]},
                 "object": {"id": 1, "id": 2, "weight": 3},
                 "list": [{"id": "%s", "amount": "5"}, {"id": "x"}, 7],
                 "metadata": {"a": 1, "b": "2"}}
                """
                    .formatted(LOAN)))
        .containsExactly(
            "currency invalid_format",
            "currency duplicate_field",
            "colour unknown_field",
            "object.id wrong_type",
            "object.id duplicate_field",
            "object.weight unknown_field",
            "object.amount required",
            "list[1].id invalid_format",
            "list[1].amount required",
            "list[2] wrong_type",
            "metadata.a wrong_type");
  }

  @Test
  void the_values_of_inner_objects_are_read() {
    Body body = Body.of("Outer", OBJECT, LIST);
    String item = "{\"amount\":\"%d\",\"id\":\"" + LOAN + "\"}";

    Values values =
        read(
            body,
            "{\"list\":[%s,%s],\"object\":%s}"
                .formatted(item.formatted(1), item.formatted(2), item.formatted(3)));

    assertThat(values.get(OBJECT).get(AMOUNT)).isEqualTo(3);
    assertThat(values.get(LIST)).extracting(it -> it.get(AMOUNT)).containsExactly(1L, 2L);
    assertThat(values.get(LIST).getFirst().get(ID)).isEqualTo(UUID.fromString(LOAN));
  }

  @Test
  void a_list_may_be_empty_and_has_a_limit() {
    Body body = Body.of("Outer", LIST);
    String item = "{\"amount\":\"1\",\"id\":\"" + LOAN + "\"}";

    assertThat(read(body, "{\"list\":[]}").get(LIST)).isEmpty();
    assertThat(errors(body, "{\"list\":[%s,%s,%s,%s]}".formatted(item, item, item, item)))
        .containsExactly("list too_many");
  }

  @Test
  void metadata_has_limits() {
    String many =
        IntStream.range(0, 21)
            .mapToObj("\"k%d\":\"v\""::formatted)
            .collect(Collectors.joining(",", "{", "}"));
    String longKey = "k".repeat(Limits.METADATA_KEY_CHARACTERS + 1);
    String longValue = "v".repeat(Limits.METADATA_VALUE_CHARACTERS + 1);
    Body body = Body.of("One", METADATA);

    assertThat(errors(body, "{\"metadata\":%s}".formatted(many)))
        .containsExactly("metadata too_many");
    assertThat(
            errors(
                body,
                "{\"metadata\":{\"%s\":\"v\",\"long\":\"%s\",\"\":\"v\",\"a\\n\":\"v\",\"b\":\"\\u0000\"}}"
                    .formatted(longKey, longValue)))
        .containsExactly(
            "metadata." + "k".repeat(64) + "… too_long",
            "metadata.long too_long",
            "metadata. invalid_format",
            "metadata.a\n invalid_format",
            "metadata.b invalid_format");
    assertThat(errors(body, "{\"metadata\":{\"a\":\"1\",\"a\":\"2\"}}"))
        .containsExactly("metadata.a duplicate_field");
  }

  @Test
  void one_answer_lists_a_limited_number_of_errors() {
    String unknown =
        IntStream.range(0, 2 * Limits.ERRORS_PER_ANSWER)
            .mapToObj("\"f%d\":1"::formatted)
            .collect(Collectors.joining(",", "{", "}"));

    assertThat(errors(WITH_OPTIONAL, unknown))
        .hasSize(Limits.ERRORS_PER_ANSWER)
        .first()
        .isEqualTo("f0 unknown_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                         | body is empty; it must be a JSON object",
        "`  \n `                    | body is empty; it must be a JSON object",
        "[]                         | body must be a JSON object, not an array",
        "`\"USD\"`                  | body must be a JSON object, not a string",
        "null                       | body must be a JSON object, not null",
        "17                         | body must be a JSON object, not a number",
        "{                          | body ends before the JSON object does, at line 1, column 2",
        "{\"currency\":\"US         | body ends before the JSON object does, at line 1",
        "{\"currency\":\"USD\"} {}  | body must end after the JSON object",
        "{\"currency\":\"USD\"}x    | body is not valid JSON at line 1",
        "{\"currency\":\"USD\",}    | body is not valid JSON at line 1, column",
        "{'currency':'USD'}         | body is not valid JSON at line 1, column",
        "{\"currency\":NaN}         | body is not valid JSON at line 1, column",
        "{\"currency\":01}          | body is not valid JSON at line 1, column",
        "`{\"a\":1\n,/**/\"b\":1}`  | body is not valid JSON at line 2, column"
      })
  void what_is_not_one_json_object_is_malformed(String json, String message) {
    InvalidRequest refused = refuse(WITH_OPTIONAL, json);

    assertThat(refused.isMalformedJson()).isTrue();
    assertThat(refused).hasMessageStartingWith(message);
    assertThat(refused.errors()).hasSize(1);
  }

  @Test
  void text_that_is_not_utf_8_is_malformed() {
    byte[] latin = "{\"optional\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> WITH_OPTIONAL.read(latin))
        .isInstanceOfSatisfying(
            InvalidRequest.class, refused -> assertThat(refused.isMalformedJson()).isTrue());
  }

  @Test
  void a_body_that_is_nested_too_deeply_is_refused_even_where_it_is_unknown() {
    String fits = "{\"a\":" + "[".repeat(7) + "]".repeat(7) + ",\"currency\":\"USD\"}";
    String deep = "{\"a\":" + "[".repeat(8) + "]".repeat(8) + ",\"currency\":\"USD\"}";

    assertThat(errors(WITH_OPTIONAL, fits)).containsExactly("a unknown_field");
    assertThat(errors(WITH_OPTIONAL, deep)).containsExactly("body too_deep");
  }

  @Test
  void a_field_of_another_body_is_not_looked_up_by_its_name() {
    Values values = read(WITH_OPTIONAL, "{\"currency\":\"USD\"}");

    assertThatThrownBy(() -> values.get(Field.currency("currency")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not declared here: currency");
  }

  @Test
  void a_name_is_declared_once() {
    assertThatThrownBy(() -> Body.of("Twice", CURRENCY, Field.text("currency", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("declared twice: currency");
  }

  @Test
  void the_example_of_every_kind_of_field_is_one_that_is_read() {
    Body all =
        Body.of(
            "All",
            ID,
            AMOUNT,
            ZERO,
            CURRENCY,
            DATE,
            TEXT.example("text"),
            REFERENCE,
            TOKEN,
            COUNT,
            SIDE,
            RATE,
            NUMBER,
            METADATA,
            OBJECT,
            LIST);
    byte[] example = ApiJson.write(all.example());

    assertThat(all.read(example).get(LIST)).hasSize(1);
  }

  private static Values read(Body body, String json) {
    return body.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static InvalidRequest refuse(Body body, String json) {
    InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> read(body, json));
    assertThat(refused).as("refusal of %s", json).isNotNull();
    return refused;
  }

  private static List<String> errors(Body body, String json) {
    return refuse(body, json).errors().stream()
        .map(error -> error.field() + " " + error.code().wireName())
        .toList();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
