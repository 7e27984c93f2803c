package io.cascadeledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cascadeledger.journal.Side;
import io.cascadeledger.loan.terms.DayCountConvention;
import io.cascadeledger.metadata.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A field of every kind, and bodies to read them. */
final class Samples {

  static final String LOAN = "11111111-1111-1111-1111-111111111111";

  static final Field<UUID> ID = Field.uuid("id");
  static final Field<Long> AMOUNT = Field.amount("amount");
  static final Field<Long> ZERO = Field.amountOrZero("zero");
  static final Field<Long> DIFFERENCE = Field.difference("difference");
  static final Field<Currency> CURRENCY = Field.currency("currency");
  static final Field<LocalDate> DATE = Field.date("date");
  static final Field<String> TEXT = Field.text("text", 10);
  static final Field<String> REFERENCE = Field.reference("reference");
  static final Field<String> TOKEN = Field.token("token", "^[a-z][a-z0-9_]{0,3}$", "ach");
  static final Field<DayCountConvention> COUNT = Field.oneOf("count", DayCountConvention.class);
  static final Field<Side> SIDE = Field.oneOf("side", sides());
  static final Field<String> RATE = Field.decimal("rate");
  static final Field<Integer> NUMBER = Field.integer("number", -5, 360);
  static final Field<Metadata> METADATA = Field.metadata("metadata");

  static final Body ITEM = Body.of("Item", ID, AMOUNT);
  static final Field<Values> OBJECT = Field.object("object", ITEM);
  static final Field<List<Values>> LIST = Field.list("list", ITEM, 3);

  static Map<String, Side> sides() {
    Map<String, Side> sides = new LinkedHashMap<>();
    sides.put("DR", Side.DEBIT);
    sides.put("CR", Side.CREDIT);
    return sides;
  }

  private Samples() {}

  static Values read(Body body, String json) {
    return body.read(json.getBytes(StandardCharsets.UTF_8));
  }

  static InvalidRequest refuse(Body body, String json) {
    InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> read(body, json));
    assertThat(refused).as("refusal of %s", json).isNotNull();
    return refused;
  }

  static List<String> errors(Body body, String json) {
    return refuse(body, json).errors().stream()
        .map(error -> error.field() + " " + error.code().wireName())
        .toList();
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }
}
