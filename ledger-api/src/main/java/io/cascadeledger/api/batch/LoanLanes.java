package io.cascadeledger.api.batch;

import io.cascadeledger.loan.event.LoanId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps the payments of each loan in their order, while those of other loans go on. A payment that
 * must be tried again holds up those behind it.
 */
final class LoanLanes {

  private static final int SHORTEST_PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final int together;
  private final Consumer<PaymentLine> post;
  private final Pauses pauses;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LoanId, Lane> lanes = new HashMap<>();
  private boolean stopped;

  /** Lets time pass. */
  @FunctionalInterface
  interface Pauses {

    /** Has something run, elsewhere, once so much time has passed. */
    void after(int millis, Runnable action);
  }

  /** The payments of one loan. */
  private static final class Lane {
    final Deque<PaymentLine> waiting = new ArrayDeque<>();
    final Queue<PaymentLine> again =
        new PriorityQueue<>(Comparator.comparingInt(PaymentLine::number).reversed());
    int running;
    int pauseMillis = SHORTEST_PAUSE_MILLIS;
    boolean pausing;
    boolean starting;
  }

  /**
   * Lanes for one batch.
   *
   * @param together how many payments of one loan are given to the ledger at once; more than one
   *     only if it keeps their order
   * @param post gives one to the ledger, without waiting; then {@link #ended} or {@link #again} is
   *     called once for it
   * @param pauses runs what comes after a pause
   */
  LoanLanes(int together, Consumer<PaymentLine> post, Pauses pauses) {
    this.together = together;
    this.post = post;
    this.pauses = pauses;
  }

  /** Posts a payment as soon as those of its loan that came before it allow. */
  void add(PaymentLine line) {
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(line.command().loan(), _ -> new Lane());
      lane.waiting.add(line);
      start(lane);
    } finally {
      lock.unlock();
    }
  }

  /** Says that a payment was posted, or never will be. */
  void ended(PaymentLine line) {
    lock.lock();
    try {
      Lane lane = lanes.get(line.command().loan());
      lane.running--;
      lane.pauseMillis = SHORTEST_PAUSE_MILLIS;
      start(lane);
      if (lane.running == 0 && lane.waiting.isEmpty() && lane.again.isEmpty()) {
        lanes.remove(line.command().loan());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that a payment could not be posted and is to be tried again, after a pause. */
  void again(PaymentLine line) {
    lock.lock();
    try {
      Lane lane = lanes.get(line.command().loan());
      lane.running--;
      lane.again.add(line);
      start(lane);
    } finally {
      lock.unlock();
    }
  }

  /** Gives up all that has not been begun. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      lanes.values().forEach(this::start);
    } finally {
      lock.unlock();
    }
  }

  /** Starts what may be started. What ends at once, within the call, is seen by the same loop. */
  private void start(Lane lane) {
    if (lane.starting) {
      return;
    }
    lane.starting = true;
    if (stopped) {
      lane.again.forEach(PaymentLine::abandon);
      lane.again.clear();
      lane.waiting.forEach(PaymentLine::abandon);
      lane.waiting.clear();
    }
    while (lane.again.isEmpty()
        && !lane.pausing
        && lane.running < together
        && !lane.waiting.isEmpty()) {
      lane.running++;
      post.accept(lane.waiting.poll());
    }
    if (!lane.again.isEmpty() && lane.running == 0) {
      lane.again.forEach(lane.waiting::addFirst);
      lane.again.clear();
      pause(lane);
    }
    lane.starting = false;
  }

  private void pause(Lane lane) {
    lane.pausing = true;
    pauses.after(lane.pauseMillis, () -> resume(lane));
    lane.pauseMillis = Math.min(2 * lane.pauseMillis, LONGEST_PAUSE_MILLIS);
  }

  private void resume(Lane lane) {
    lock.lock();
    try {
      lane.pausing = false;
      start(lane);
    } finally {
      lock.unlock();
    }
  }
}
