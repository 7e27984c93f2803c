package io.cascadeledger.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much a run does.
 *
 * @param rounds how often each measure has its turn
 * @param round how long a turn is; whole seconds
 * @param warmUp how long the server is warmed up before
 * @param replayedEvents how many events there are at least before projections are rebuilt
 * @param books how many loans there are when business days are closed, from few to many
 */
record Scale(
    int rounds, Duration round, Duration warmUp, long replayedEvents, List<Integer> books) {

  static final int LOANS = 5_000;
  static final int EVENTS_OF_LONG_LOAN = 10_000;

  /** How many loans of 360 instalments there are of each kind. */
  static final int LONG_SCHEDULES = 200;

  /** The numbers of loans of each kind begin here. */
  static final int BY_INSTALMENT = 100_000;

  static final int REAMORTIZED = 200_000;

  static final Scale QUICK =
      new Scale(3, Duration.ofSeconds(2), Duration.ofSeconds(12), 150_000, List.of(1_000, 4_000));
  static final Scale FULL =
      new Scale(
          5, Duration.ofSeconds(8), Duration.ofSeconds(60), 1_000_000, List.of(10_000, 100_000));
}
