package io.cascadeledger.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PaceTest {

  private static final int LOOKED_AT = 64;

  private final Deque<Duration> behind = new ArrayDeque<>();
  private final Pace pace = new Pace(behind::poll);

  private void isBehindBy(long... millis) {
    for (long each : millis) {
      behind.add(Duration.ofMillis(each));
    }
  }

  @Test
  void a_batch_waits_until_the_read_models_have_caught_up() throws InterruptedException {
    isBehindBy(700, 300, 200, 900);

    pace.keep(LOOKED_AT, () -> false);

    assertThat(behind).containsExactly(Duration.ofMillis(900));
  }

  @Test
  void a_read_model_that_is_stuck_is_not_waited_for() throws InterruptedException {
    isBehindBy(4_999, 5_000);

    pace.keep(LOOKED_AT, () -> false);

    assertThat(behind).isEmpty();
  }

  @Test
  void who_is_stopped_does_not_wait() throws InterruptedException {
    isBehindBy(700);

    pace.keep(LOOKED_AT, () -> true);

    assertThat(behind).isEmpty();
  }

  @Test
  void not_every_payment_looks() throws InterruptedException {
    pace.keep(LOOKED_AT + 1, () -> false);

    assertThat(behind).isEmpty();
  }
}
