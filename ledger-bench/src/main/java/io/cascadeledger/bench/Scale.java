package io.cascadeledger.bench;

import java.time.Duration;

/**
 * How much a run does.
 *
 * @param rounds how often each measure has its turn
 * @param round how long a turn is; whole seconds
 * @param warmUp how long the server is warmed up before
 * @param replayedEvents how many events there are at least before projections are rebuilt
 */
record Scale(int rounds, Duration round, Duration warmUp, long replayedEvents) {

  static final int LOANS = 5_000;
  static final int EVENTS_OF_LONG_LOAN = 10_000;

  static final Scale QUICK = new Scale(3, Duration.ofSeconds(2), Duration.ofSeconds(15), 200_000);
  static final Scale FULL = new Scale(7, Duration.ofSeconds(8), Duration.ofSeconds(60), 1_000_000);
}
