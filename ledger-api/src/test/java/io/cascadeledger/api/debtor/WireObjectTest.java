package io.cascadeledger.api.debtor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cascadeledger.claim.value.Originator;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WireObjectTest {

  private static WireObject object(String json) {
    return WireObject.of("item", Wire.read(json.replace('\'', '"')));
  }

  private static void assertFault(String json, Consumer<WireObject> reading, String message) {
    assertThatThrownBy(() -> reading.accept(object(json)))
        .isInstanceOf(ItemFault.class)
        .hasMessage(message);
  }

  @Test
  void a_field_that_nobody_asked_for_is_refused_by_its_path() {
    assertFault(
        "{'a': {'b': 1, 'c': 2}}",
        it -> {
          WireObject inner = it.object("a");
          inner.number("b");
          inner.requireNothingElse();
        },
        "item.a.c is not known here");
  }

  @Test
  void numbers_are_taken_where_a_text_belongs_and_null_is_nothing() {
    WireObject it = object("{'postalCode': 10115, 'city': null}");

    assertThat(it.text("postalCode")).isEqualTo("10115");
    assertThat(it.text("city")).isNull();
  }

  @Test
  void amounts_are_whole_numbers() {
    assertThat(object("{'amount': -5}").number("amount")).isEqualTo(-5);
    for (String amount : new String[] {"1.0", "'1'", "1e3", "9223372036854775808", "true"}) {
      assertFault(
          "{'amount': %s}".formatted(amount),
          it -> it.number("amount"),
          "item.amount must be a whole number of cents");
    }
  }

  @Test
  void dates_names_and_references_are_checked() {
    assertThat(object("{'d': '2026-02-28'}").date("d")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertFault(
        "{'d': '2026-02-30'}", it -> it.date("d"), "item.d must be a date such as 2026-01-31");
    assertFault(
        "{'o': 'dca'}",
        it -> it.constant("o", Originator.class),
        "item.o must be one of [DCA, CLIENT]");
    assertFault("{}", it -> it.required("r", WireObject::reference), "item.r is missing");
    assertFault(
        "{'r': ' '}",
        it -> it.reference("r"),
        "item.r must have 1 to 255 characters, none of them a control character");
  }

  @Test
  void notes_keep_the_digits_of_their_numbers() {
    assertThat(object("{'meta': {'b': 1.50, 'a': [1]}}").meta("meta").entries().toString())
        .isEqualTo("{a=[1], b=1.50}");
  }
}
