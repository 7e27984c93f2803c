package io.cascadeledger.api.exchange;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Looks up in a projection what a command must know. The projection may be behind the events: a
 * thing counts as unknown only once it has seen all events that there were when the question came.
 */
public final class LookUps {

  private final ProjectionPositions positions;
  private final StoredRequests events;
  private final Duration bound;

  /**
   * Looks up.
   *
   * @param bound how long to wait for a projection at most
   */
  public LookUps(ProjectionPositions positions, StoredRequests events, Duration bound) {
    this.positions = positions;
    this.events = events;
    this.bound = bound;
  }

  /**
   * What a projection knows.
   *
   * @param projection the projection's name
   * @param question asks it; asked once more, if it knows nothing and has caught up
   * @return empty if there is no such thing; a {@link ProblemException} if the projection cannot
   *     say so in time
   */
  public <T> Mono<T> of(String projection, Supplier<Mono<T>> question) {
    return question
        .get()
        .switchIfEmpty(Mono.defer(() -> catchUp(projection)).then(Mono.defer(question)));
  }

  private Mono<Void> catchUp(String projection) {
    return Blocking.call(events::head)
        .flatMap(
            head ->
                positions
                    .await(projection, head, bound)
                    .filter(reached -> reached >= head)
                    .switchIfEmpty(
                        Mono.error(
                            () ->
                                new ProblemException(
                                    ProblemCode.PROJECTION_BEHIND,
                                    "The read model has not yet seen every event, so it cannot say"
                                        + " whose this is."))))
        .then();
  }
}
