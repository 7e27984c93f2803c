package io.cascadeledger.api.endofday;

import io.cascadeledger.api.endofday.DayProgress.FailedLoan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A run over the loans of a tenant that this node is at, as far as it has come. */
final class DayRun {

  private static final int FAILURES_KEPT = 100;

  /**
   * Which run it is.
   *
   * @param number the number of the run for its day
   * @param holder who is at it, by a number that nobody else has
   */
  record Id(String tenant, LocalDate day, int number, UUID holder) {}

  /**
   * How far a run has come.
   *
   * @param loans how many loans there were when it began or was taken up
   * @param last the last loan of those that are done, in the order of identifiers; null at first
   */
  record Reached(
      long loans, long closed, long refused, long events, UUID last, List<FailedLoan> failedLoans) {

    private Reached of(long count) {
      return new Reached(count, closed, refused, events, last, failedLoans);
    }

    private Reached plus(PageOutcome page, UUID lastOfPage) {
      return new Reached(
          loans,
          closed + page.closed(),
          refused + page.refused().size(),
          events + page.events(),
          lastOfPage,
          Stream.concat(failedLoans.stream(), page.refused().stream())
              .limit(FAILURES_KEPT)
              .toList());
    }
  }

  private final Id id;
  private volatile Reached reached;
  private volatile boolean lost;

  /** Goes on from where a run stands. */
  DayRun(Id id, Reached reached) {
    this.id = id;
    this.reached = reached;
  }

  Id id() {
    return id;
  }

  /** How many loans there are now. */
  void begin(long count) {
    reached = reached.of(count);
  }

  /** All loans up to this one are done. */
  void reach(UUID last, PageOutcome page) {
    reached = reached.plus(page, last);
  }

  Reached reached() {
    return reached;
  }

  /** Another node has taken it up. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }
}
