package io.cascadeledger.api.exchange;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.posting.RecentPositions;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.ProjectionPosition;
import io.cascadeledger.projections.ProjectionPositions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every endpoint that reads a projection does with a request: it waits, for a bounded time,
 * until the projection has seen what the caller has seen, and says how far the answer reaches.
 */
public final class Reads {

  private final ProjectionPositions positions;
  private final RecentPositions recent;
  private final Duration bound;

  /**
   * Reads when the projections are ready.
   *
   * @param bound how long a read waits at most
   */
  public Reads(ProjectionPositions positions, RecentPositions recent, Duration bound) {
    this.positions = positions;
    this.recent = recent;
    this.bound = bound;
  }

  /** Reads something of one loan. */
  public <T> Mono<ServerResponse> ofLoan(
      ServerRequest request, UUID loan, String projection, Mono<T> read, ProblemCode ifMissing) {
    long own = recent.ofLoan(new LoanId(Caller.of(request).tenant(), loan));
    return read(request, own, projection, read, ifMissing);
  }

  /** Reads something of a tenant. */
  public <T> Mono<ServerResponse> ofTenant(
      ServerRequest request, String projection, Mono<T> read, ProblemCode ifMissing) {
    return read(request, recent.ofTenant(Caller.of(request).tenant()), projection, read, ifMissing);
  }

  /**
   * Waits until projections have seen what the caller has seen.
   *
   * @return up to which position all of them know the books now; or an error if one of them is
   *     still behind what the caller has seen
   */
  public Mono<Long> position(ServerRequest request, String... projections) {
    long wanted =
        Math.max(recent.ofTenant(Caller.of(request).tenant()), LedgerPosition.of(request));
    return Flux.fromArray(projections)
        .concatMap(projection -> positions.await(projection, wanted, bound))
        .filter(reached -> reached < wanted)
        .next()
        .<Long>flatMap(
            reached -> Mono.error(missing(ProblemCode.PROJECTION_BEHIND, wanted, reached)))
        .switchIfEmpty(
            positions
                .all()
                .filter(it -> List.of(projections).contains(it.projection()))
                .map(ProjectionPosition::position)
                .reduce(Math::min));
  }

  private <T> Mono<ServerResponse> read(
      ServerRequest request, long own, String projection, Mono<T> read, ProblemCode ifMissing) {
    long wanted = Math.max(own, LedgerPosition.of(request));
    return positions
        .await(projection, wanted, bound)
        .flatMap(
            reached ->
                read.map(found -> answer(found, wanted, reached))
                    .switchIfEmpty(Mono.error(() -> missing(ifMissing, wanted, reached))));
  }

  private static ServerResponse answer(Object body, long wanted, long reached) {
    JsonResponse response =
        JsonResponse.of(HttpStatus.OK, body).with(LedgerPosition.HEADER, Long.toString(reached));
    return reached < wanted
        ? response.with(LedgerPosition.LAG_HEADER, Long.toString(wanted - reached))
        : response;
  }

  /** What a projection lacks may exist all the same, if the projection is behind. */
  private static ProblemException missing(ProblemCode ifMissing, long wanted, long reached) {
    return reached < wanted
        ? new ProblemException(
            ProblemCode.PROJECTION_BEHIND,
            "The read model is %d events behind what was asked for.".formatted(wanted - reached))
        : new ProblemException(ifMissing, ifMissing.title() + ".");
  }
}
