package io.cascadeledger.api.reversal;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.journal.EntryOwner;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Finds out whose a journal entry is. The journal may be behind the events; an entry counts as
 * unknown only once the journal has seen all events that there were when the question came.
 */
public final class EntryOwners {

  private final JournalQueries journal;
  private final ProjectionPositions positions;
  private final StoredRequests events;
  private final Duration bound;

  /**
   * Looks into the journal.
   *
   * @param bound how long to wait for the journal at most
   */
  public EntryOwners(
      JournalQueries journal,
      ProjectionPositions positions,
      StoredRequests events,
      Duration bound) {
    this.journal = journal;
    this.positions = positions;
    this.events = events;
    this.bound = bound;
  }

  /** The owner of an entry; empty if there is no such entry. */
  Mono<EntryOwner> of(String tenant, UUID entry) {
    return journal
        .owner(tenant, entry)
        .switchIfEmpty(
            Mono.defer(this::catchUp).then(Mono.defer(() -> journal.owner(tenant, entry))));
  }

  private Mono<Void> catchUp() {
    return Blocking.call(events::head)
        .flatMap(
            head ->
                positions
                    .await(JournalProjection.NAME, head, bound)
                    .filter(reached -> reached >= head)
                    .switchIfEmpty(
                        Mono.error(
                            () ->
                                new ProblemException(
                                    ProblemCode.PROJECTION_BEHIND,
                                    "The journal has not yet seen every event, so it cannot say"
                                        + " whose the entry is."))))
        .then();
  }
}
