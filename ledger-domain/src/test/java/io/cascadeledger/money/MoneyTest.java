package io.cascadeledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {
  @Test
  void only_what_is_above_zero_is_positive() {
    assertThat(Money.ofMinor(1, "USD").isPositive()).isTrue();
    assertThat(Money.ofMinor(0, "USD").isPositive()).isFalse();
    assertThat(Money.ofMinor(-1, "USD").isPositive()).isFalse();
  }

  @Test
  void equal_numbers_of_two_currencies_are_not_equal() {
    assertThat(Money.ofMinor(1, "USD")).isNotEqualTo(Money.ofMinor(1, "EUR"));
  }

  @Test
  void it_reads_as_minor_units_and_currency() {
    assertThat(Money.ofMinor(88_849, "USD")).hasToString("88849 USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usd", "XYZ", "", "US Dollar"})
  void a_code_that_iso_4217_does_not_know_is_no_currency(String code) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Money.ofMinor(1, code));
  }

  @Test
  void there_is_no_amount_without_a_currency() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Money(1, null))
        .withMessage("currency must not be null");
  }
}
