package io.cascadeledger.api.debtor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private long now = 1_000;
  private final RateLimit limit = new RateLimit(10, () -> now);

  private int servedAtOnce(String client) {
    int served = 0;
    while (limit.secondsToWait(client) == 0) {
      served++;
    }
    return served;
  }

  @Test
  void after_a_pause_two_seconds_of_requests_are_served_at_once() {
    assertThat(servedAtOnce("a")).isEqualTo(21);
    assertThat(limit.secondsToWait("a")).isEqualTo(1);
  }

  @Test
  void then_as_many_as_a_second_allows() {
    servedAtOnce("a");

    now += TimeUnit.SECONDS.toNanos(1);

    assertThat(servedAtOnce("a")).isEqualTo(10);
  }

  @Test
  void clients_do_not_count_for_each_other() {
    servedAtOnce("a");

    assertThat(limit.secondsToWait("b")).isZero();
  }
}
