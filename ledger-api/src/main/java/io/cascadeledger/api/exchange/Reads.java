package io.cascadeledger.api.exchange;

import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.posting.RecentPositions;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.ProjectionPosition;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyInserters;
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

  /**
   * What balances are read from. As they were known at a time, they are in part made of the lines
   * of the journal.
   *
   * @param knownAt null for the balances as they are known now
   */
  public static List<String> projectionsOfBalances(@Nullable Instant knownAt) {
    return knownAt == null
        ? List.of(BalanceProjection.NAME)
        : List.of(BalanceProjection.NAME, JournalProjection.NAME);
  }

  /** Reads something of one loan. */
  public <T> Mono<ServerResponse> ofLoan(
      ServerRequest request, UUID loan, String projection, Mono<T> read, ProblemCode ifMissing) {
    return ofLoan(request, loan, List.of(projection), read, ifMissing);
  }

  /** Reads something of one loan out of several projections. */
  public <T> Mono<ServerResponse> ofLoan(
      ServerRequest request,
      UUID loan,
      List<String> projections,
      Mono<T> read,
      ProblemCode ifMissing) {
    return reach(request, ownOf(request, loan), projections)
        .flatMap(reach -> read.map(reach::answer).switchIfEmpty(reach.missing(ifMissing)));
  }

  /**
   * Reads something of one loan out of several projections, and answers with a stream.
   *
   * @param read is given the position up to which all of the projections have come
   */
  public Mono<ServerResponse> streamOfLoan(
      ServerRequest request,
      UUID loan,
      List<String> projections,
      LongFunction<Mono<StreamedAnswer>> read,
      ProblemCode ifMissing) {
    return reach(request, ownOf(request, loan), projections)
        .flatMap(
            reach ->
                read.apply(reach.position)
                    .switchIfEmpty(reach.missing(ifMissing))
                    .flatMap(reach::stream));
  }

  /** Reads something of a tenant. */
  public <T> Mono<ServerResponse> ofTenant(
      ServerRequest request, String projection, Mono<T> read, ProblemCode ifMissing) {
    return ofTenant(request, List.of(projection), read, ifMissing);
  }

  /** Reads something of a tenant out of several projections. */
  public <T> Mono<ServerResponse> ofTenant(
      ServerRequest request, List<String> projections, Mono<T> read, ProblemCode ifMissing) {
    return reach(request, recent.ofTenant(Caller.of(request).tenant()), projections)
        .flatMap(reach -> read.map(reach::answer).switchIfEmpty(reach.missing(ifMissing)));
  }

  /**
   * Waits until projections have seen what the caller has seen.
   *
   * @return up to which position all of them know the books now; or an error if one of them is
   *     still behind what the caller has seen
   */
  public Mono<Long> position(ServerRequest request, List<String> projections) {
    long wanted =
        Math.max(recent.ofTenant(Caller.of(request).tenant()), LedgerPosition.of(request));
    return Flux.fromIterable(projections)
        .concatMap(projection -> positions.await(projection, wanted, bound))
        .filter(reached -> reached < wanted)
        .next()
        .<Long>flatMap(reached -> new Reach(wanted, reached).missing(ProblemCode.PROJECTION_BEHIND))
        .switchIfEmpty(
            positions
                .all()
                .filter(it -> projections.contains(it.projection()))
                .map(ProjectionPosition::position)
                .reduce(Math::min));
  }

  private long ownOf(ServerRequest request, UUID loan) {
    return recent.ofLoan(new LoanId(Caller.of(request).tenant(), loan));
  }

  private Mono<Reach> reach(ServerRequest request, long own, List<String> projections) {
    long wanted = Math.max(own, LedgerPosition.of(request));
    Mono<Long> reached = positions.await(projections.getFirst(), wanted, bound);
    for (String other : projections.subList(1, projections.size())) {
      reached = reached.zipWith(positions.await(other, wanted, bound), Math::min);
    }
    return reached.map(position -> new Reach(wanted, position));
  }

  /** How far an answer was to reach, and how far it does. */
  private record Reach(long wanted, long position) {

    private ServerResponse answer(Object body) {
      JsonResponse response = JsonResponse.of(HttpStatus.OK, body);
      headers().forEach(response::with);
      return response;
    }

    private Mono<ServerResponse> stream(StreamedAnswer answer) {
      return ServerResponse.ok()
          .contentType(answer.type())
          .headers(all -> answer.headers().forEach(all::set))
          .headers(all -> headers().forEach(all::set))
          .body(BodyInserters.fromDataBuffers(answer.body()));
    }

    private Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>(2);
      headers.put(LedgerPosition.HEADER, Long.toString(position));
      if (position < wanted) {
        headers.put(LedgerPosition.LAG_HEADER, Long.toString(wanted - position));
      }
      return headers;
    }

    /** What a projection lacks may exist all the same, if the projection is behind. */
    private <T> Mono<T> missing(ProblemCode ifMissing) {
      return Mono.error(
          () ->
              position < wanted
                  ? new ProblemException(
                      ProblemCode.PROJECTION_BEHIND,
                      "The read model is %d events behind what was asked for."
                          .formatted(wanted - position))
                  : new ProblemException(ifMissing));
    }
  }
}
