package io.cascadeledger.api.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestPositionsTest {

  private final LatestPositions<String> positions = new LatestPositions<>(10);

  @Test
  void the_latest_position_of_each_is_remembered_in_whatever_order_they_come() {
    positions.remember("one", 5);
    positions.remember("other", 6);
    positions.remember("one", 4);

    assertThat(positions.of("one")).isEqualTo(5);
    assertThat(positions.of("other")).isEqualTo(6);
    assertThat(positions.of("unheard of")).isZero();
  }

  @Test
  void the_last_ones_are_remembered_however_many_came_before() {
    for (int i = 1; i <= 1_000; i++) {
      positions.remember("thing " + i, i);

      for (int last = Math.max(1, i - 9); last <= i; last++) {
        assertThat(positions.of("thing " + last)).isEqualTo(last);
      }
    }
  }

  @Test
  void what_was_forgotten_stands_at_a_position_that_is_not_too_low() {
    positions.remember("old", 7);
    for (int i = 100; i < 200; i++) {
      positions.remember("thing " + i, i);
    }

    assertThat(positions.of("old")).isBetween(7L, 199L);
  }

  @Test
  void who_is_heard_of_again_and_again_keeps_its_own_position() {
    for (long i = 1; i <= 200; i += 2) {
      positions.remember("busy", i);
      positions.remember("thing " + i, i + 1);

      assertThat(positions.of("busy")).isEqualTo(i);
    }
  }
}
