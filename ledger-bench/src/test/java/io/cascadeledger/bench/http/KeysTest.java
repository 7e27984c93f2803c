package io.cascadeledger.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

  private final Keys keys = new Keys();
  private final Keys.Series series = keys.next();

  @Test
  void nothing_is_wrong_if_exactly_the_acknowledged_keys_are_stored() {
    series.answered(0, 201);
    series.answered(1, 200);
    series.answered(2, 422);
    assertThat(faults(series.key(0), series.key(1))).isEmpty();
    assertThat(keys.acknowledged()).isEqualTo(2);
  }

  @Test
  void an_acknowledged_key_that_is_not_stored_is_a_fault() {
    series.answered(0, 201);
    assertThat(faults()).containsExactly("acknowledged but not there: bench:000000:00000000");
  }

  @Test
  void a_key_that_is_stored_twice_is_a_fault() {
    series.answered(0, 201);
    assertThat(faults(series.key(0), series.key(0)))
        .containsExactly("twice: bench:000000:00000000");
  }

  @Test
  void a_key_that_was_refused_or_never_sent_must_not_be_stored() {
    series.answered(0, 409);
    assertThat(faults(series.key(0), series.key(1), "bench:000001:00000000", "another-key"))
        .containsExactlyInAnyOrder(
            "there but refused: bench:000000:00000000",
            "there but refused: bench:000000:00000001",
            "nobody sent the key bench:000001:00000000",
            "nobody sent the key another-key");
  }

  @Test
  void a_key_of_unknown_fate_may_be_stored_or_not() {
    series.answered(0, 0);
    series.answered(1, 503);
    assertThat(faults(series.key(1))).isEmpty();
  }

  private List<String> faults(String... stored) {
    Keys.Comparison comparison = keys.new Comparison();
    List.of(stored).forEach(comparison::stored);
    return comparison.faults();
  }
}
