package io.cascadeledger.api.batch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Keeps batches from running away from the read models: who posts thousands at once has time, and
 * who reads a balance wants it to be of now. While the read models are behind, a batch waits.
 *
 * @param behind how long the event has been waiting that waits the longest for a read model
 */
record Pace(Supplier<Duration> behind) {

  /** How far the read models may be behind; what a batch has read already comes on top. */
  private static final Duration BEHIND = Duration.ofMillis(200);

  /** A read model that is further behind is stuck or being rebuilt: waiting would not help. */
  private static final Duration FAR_BEHIND = Duration.ofSeconds(5);

  private static final int PAYMENTS_BETWEEN_LOOKS = 32;
  private static final long PAUSE_MILLIS = 10;

  /**
   * Waits, if need be.
   *
   * @param number of the payment that is next
   * @param stopped whether nobody wants it any more
   */
  void keep(int number, BooleanSupplier stopped) throws InterruptedException {
    if (number % PAYMENTS_BETWEEN_LOOKS != 0) {
      return;
    }
    while (mustWait() && !stopped.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean mustWait() {
    Duration now = behind.get();
    return now.compareTo(BEHIND) > 0 && now.compareTo(FAR_BEHIND) < 0;
  }
}
