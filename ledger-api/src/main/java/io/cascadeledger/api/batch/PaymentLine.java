package io.cascadeledger.api.batch;

import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.loan.payment.PostPayment;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One payment on its way from the caller's line to its result. */
final class PaymentLine {

  /** For how long a payment is tried again while the ledger cannot take it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int BYTES_PER_PLACE = 4_096;

  private final int number;
  private final @Nullable String key;
  private final @Nullable PostingRequest request;
  private final @Nullable PostPayment command;
  private final int places;
  private final CompletableFuture<Posted> outcome = new CompletableFuture<>();
  private long deadline;

  /**
   * A payment to be posted.
   *
   * @param number its line
   * @param bytes how long the line is
   */
  PaymentLine(int number, String key, PostingRequest request, PostPayment command, int bytes) {
    this.number = number;
    this.key = key;
    this.request = request;
    this.command = command;
    this.places = 1 + bytes / BYTES_PER_PLACE;
  }

  private PaymentLine(int number, @Nullable String key) {
    this.number = number;
    this.key = key;
    this.request = null;
    this.command = null;
    this.places = 1;
  }

  /** A line that cannot be posted. */
  static PaymentLine failed(int number, @Nullable String key, ProblemException problem) {
    PaymentLine line = new PaymentLine(number, key);
    line.fail(problem);
    return line;
  }

  int number() {
    return number;
  }

  @Nullable String key() {
    return key;
  }

  /** Who asks; only if the line can be posted. */
  PostingRequest request() {
    return request;
  }

  /** What is to be posted; only if the line can be posted. */
  PostPayment command() {
    return command;
  }

  /** How many places of the window it takes: long lines take more. */
  int places() {
    return places;
  }

  void succeed(Posted posted) {
    outcome.complete(posted);
  }

  void fail(ProblemException problem) {
    outcome.completeExceptionally(problem);
  }

  /** Gives it up: nobody waits for its result. */
  void abandon() {
    outcome.cancel(false);
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /** Whether another attempt may be made; the first question starts the clock. */
  boolean hasPatience() {
    long now = System.nanoTime();
    if (deadline == 0) {
      deadline = now + PATIENCE.toNanos();
    }
    return now - deadline < 0;
  }

  /** Waits for its outcome. */
  Future.State await() throws InterruptedException {
    try {
      outcome.get();
    } catch (ExecutionException | CancellationException _) {
      // The state tells.
    }
    return outcome.state();
  }

  /** What was posted, if it succeeded. */
  Posted posted() {
    return outcome.resultNow();
  }

  /** Why not, if it failed. */
  ProblemException problem() {
    return (ProblemException) outcome.exceptionNow();
  }
}
