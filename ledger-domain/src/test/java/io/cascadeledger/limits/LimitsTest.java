package io.cascadeledger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678",
        "payment:loan_42:proc_txn_abc123",
        "accrual:prog_7:2026-04-15",
        "0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9",
        "A.b:c_d-9"
      })
  void the_usual_idempotency_keys_are_keys(String key) {
    assertThat(key).matches(Limits.IDEMPOTENCY_KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1234567", "-12345678", ":12345678", "1234 5678", "12345678\n", "1234567é"})
  void short_or_strange_texts_are_no_idempotency_keys(String key) {
    assertThat(key).doesNotMatch(Limits.IDEMPOTENCY_KEY);
  }

  @Test
  void an_idempotency_key_has_255_characters_at_most() {
    assertThat("k".repeat(255)).matches(Limits.IDEMPOTENCY_KEY);
    assertThat("k".repeat(256)).doesNotMatch(Limits.IDEMPOTENCY_KEY);
  }

  @Test
  void no_sum_that_the_limits_allow_overflows() {
    BigInteger amount = BigInteger.valueOf(Limits.AMOUNT_MINOR);
    BigInteger lines = amount.multiply(BigInteger.valueOf(Limits.LINES_PER_ENTRY));
    BigInteger batch = amount.multiply(BigInteger.valueOf(Limits.LOANS_PER_ACCRUAL_BATCH));
    assertThat(lines.bitLength()).isLessThan(Long.SIZE);
    assertThat(batch.bitLength()).isLessThan(Long.SIZE);
    assertThat(BigInteger.valueOf(Limits.BALANCE_MINOR).add(lines).bitLength())
        .isLessThan(Long.SIZE);
  }
}
