package io.cascadeledger.api.request;

import static io.cascadeledger.api.request.Samples.AMOUNT;
import static io.cascadeledger.api.request.Samples.CURRENCY;
import static io.cascadeledger.api.request.Samples.ID;
import static io.cascadeledger.api.request.Samples.LIST;
import static io.cascadeledger.api.request.Samples.LOAN;
import static io.cascadeledger.api.request.Samples.METADATA;
import static io.cascadeledger.api.request.Samples.OBJECT;
import static io.cascadeledger.api.request.Samples.errors;
import static io.cascadeledger.api.request.Samples.read;
import static io.cascadeledger.api.request.Samples.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.metadata.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of fields: what is missing, unknown, doubled, nested, or no JSON at all. */
class BodyTest {

  private static final Field<String> OPTIONAL = Field.text("optional", 10).optional();
  private static final Body WITH_OPTIONAL = Body.of("WithOptional", CURRENCY, OPTIONAL, METADATA);

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
}
