package io.cascadeledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void a_ratio_that_just_misses_its_goal_does_not_look_as_if_it_reached_it() {
    Verdict low = Verdict.atLeast("0.6", 5_999, 10_000, "x limit A");
    assertThat(low.reached()).isEqualTo("0.59 x limit A");
    assertThat(low.good()).isFalse();
    Verdict high = Verdict.atMost("4", 40_001, 10_000, "x p99");
    assertThat(high.reached()).isEqualTo("4.01 x p99");
    assertThat(high.good()).isFalse();
  }

  @Test
  void a_goal_is_reached_when_it_is_met_exactly() {
    assertThat(Verdict.atLeast("0.6", 6, 10, "x").good()).isTrue();
    assertThat(Verdict.countAtMost(0, 0, "errors").good()).isTrue();
    assertThat(Verdict.countAtLeast(60_000, 60_000, "events/s").reached())
        .isEqualTo("60,000 events/s");
  }

  @Test
  void nothing_is_divided_by_zero() {
    assertThat(Verdict.ratio(5, 0)).isEqualTo("5.00");
  }
}
