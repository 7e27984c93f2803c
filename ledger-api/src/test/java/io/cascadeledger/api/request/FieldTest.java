package io.cascadeledger.api.request;

import static io.cascadeledger.api.request.Samples.AMOUNT;
import static io.cascadeledger.api.request.Samples.COUNT;
import static io.cascadeledger.api.request.Samples.CURRENCY;
import static io.cascadeledger.api.request.Samples.DATE;
import static io.cascadeledger.api.request.Samples.DIFFERENCE;
import static io.cascadeledger.api.request.Samples.ID;
import static io.cascadeledger.api.request.Samples.LIST;
import static io.cascadeledger.api.request.Samples.LOAN;
import static io.cascadeledger.api.request.Samples.METADATA;
import static io.cascadeledger.api.request.Samples.NUMBER;
import static io.cascadeledger.api.request.Samples.OBJECT;
import static io.cascadeledger.api.request.Samples.RATE;
import static io.cascadeledger.api.request.Samples.REFERENCE;
import static io.cascadeledger.api.request.Samples.SIDE;
import static io.cascadeledger.api.request.Samples.TEXT;
import static io.cascadeledger.api.request.Samples.TOKEN;
import static io.cascadeledger.api.request.Samples.ZERO;
import static io.cascadeledger.api.request.Samples.errors;
import static io.cascadeledger.api.request.Samples.quoted;
import static io.cascadeledger.api.request.Samples.read;
import static io.cascadeledger.api.request.Samples.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.journal.Side;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of values: what is read, and what is refused for which reason. */
class FieldTest {

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
        Arguments.of(DIFFERENCE, quoted("0"), 0L),
        Arguments.of(DIFFERENCE, quoted("250"), 250L),
        Arguments.of(DIFFERENCE, quoted("-1000000000000000"), -Limits.AMOUNT_MINOR),
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
        Arguments.of(DIFFERENCE, quoted("--1"), "invalid_format"),
        Arguments.of(DIFFERENCE, quoted("-"), "invalid_format"),
        Arguments.of(DIFFERENCE, quoted("-0"), "not_positive"),
        Arguments.of(DIFFERENCE, quoted("-1000000000000001"), "too_large"),
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
}
