package io.cascadeledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void a_quantile_is_what_so_many_of_a_thousand_requests_did_not_exceed() {
    Latencies latencies = new Latencies();
    for (int i = 1_000; i > 0; i--) {
      latencies.add(i);
    }
    assertThat(latencies.quantile(500)).isEqualTo(501);
    assertThat(latencies.quantile(999)).isEqualTo(1_000);
    assertThat(latencies.quantile(0)).isEqualTo(1);
  }

  @Test
  void no_requests_have_no_latency() {
    assertThat(new Latencies().quantile(500)).isZero();
  }

  @Test
  void many_requests_are_all_kept() {
    Latencies some = new Latencies();
    Latencies all = new Latencies();
    for (int i = 0; i < 40_000; i++) {
      some.add(i);
    }
    all.addAll(some);
    all.addAll(some);
    assertThat(all.size()).isEqualTo(80_000);
    assertThat(all.quantile(999)).isEqualTo(39_960);
  }
}
