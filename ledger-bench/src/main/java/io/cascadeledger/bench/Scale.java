package io.cascadeledger.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much a run does.
 *
 * @param rounds how often each measure has its turn
 * @param round how long a turn is; whole seconds
 * @param warmUp how long the server is warmed up before
 * @param secondWarmUp how long a second server is warmed up, and half as long both together
 * @param replayedEvents how many events there are at least before projections are rebuilt
 * @param debtorAccounts how many debtor accounts of ten entries there are
 * @param books how many loans there are when business days are closed, from few to many
 * @param pastLines how many lines the books have whose past is read, from few to many
 * @param pastReads how often each is read in a turn
 */
record Scale(
    int rounds,
    Duration round,
    Duration warmUp,
    Duration secondWarmUp,
    long replayedEvents,
    int debtorAccounts,
    List<Integer> books,
    List<Long> pastLines,
    int pastReads) {

  static final int LOANS = 5_000;
  static final int EVENTS_OF_LONG_LOAN = 10_000;

  /** How many loans of 360 instalments there are of each kind. */
  static final int LONG_SCHEDULES = 200;

  /** The numbers of loans of each kind begin here. */
  static final int BY_INSTALMENT = 100_000;

  static final int REAMORTIZED = 200_000;

  static final Scale QUICK =
      new Scale(
          3,
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          150_000,
          2_000,
          List.of(1_000, 4_000),
          List.of(1_000_000L),
          40);
  static final Scale FULL =
      new Scale(
          5,
          Duration.ofSeconds(6),
          Duration.ofSeconds(90),
          Duration.ofSeconds(80),
          1_000_000,
          5_000,
          List.of(10_000, 100_000),
          List.of(1_000_000L, 10_000_000L),
          40);
}
