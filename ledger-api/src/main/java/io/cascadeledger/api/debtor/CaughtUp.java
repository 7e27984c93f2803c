package io.cascadeledger.api.debtor;

import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.debtor.DebtorProjection;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Waits until what is read of debtors is all that was stored, by whichever server. It blocks. */
final class CaughtUp {

  private final StoredRequests events;
  private final ProjectionPositions positions;
  private final Duration bound;

  /**
   * Waits for the projection of debtors.
   *
   * @param bound how long at most
   */
  CaughtUp(StoredRequests events, ProjectionPositions positions, Duration bound) {
    this.events = events;
    this.positions = positions;
    this.bound = bound;
  }

  /**
   * Returns when all is there that was stored before this was called.
   *
   * @throws Failure if it takes too long: the request may be sent again
   */
  void await() {
    long head = events.head();
    Long reached = positions.await(DebtorProjection.NAME, head, bound).block();
    if (reached == null || reached < head) {
      throw new Failure(
          HttpStatus.SERVICE_UNAVAILABLE,
          "What is known of accounts and claims is not up to date; nothing was done, try again.");
    }
  }
}
