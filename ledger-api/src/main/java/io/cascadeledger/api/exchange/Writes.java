package io.cascadeledger.api.exchange;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.DryRun;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.eventstore.RequestKey;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every endpoint that posts does with a request, but for the command and the answer. */
public final class Writes {

  private final Posting posting;
  private final BusinessClock clock;

  /** Posts what requests ask for. */
  public Writes(Posting posting, BusinessClock clock) {
    this.posting = posting;
    this.clock = clock;
  }

  /**
   * Handles a request to post: 201 with what was posted, or 200 with the same body if an earlier
   * request with the same key and content had posted it, or if it is only tried.
   *
   * @param command makes the command of the request
   * @param answer makes the answer's body of what was posted, and of nothing else
   */
  Mono<ServerResponse> post(
      ServerRequest request,
      Operation operation,
      Function<Draft, Mono<Object>> command,
      Function<Posted, Record> answer) {
    Values parameters = operation.readParameters(request);
    boolean dryRun = DryRun.isAskedFor(parameters);
    String key = dryRun ? null : IdempotencyKey.of(request);
    Caller caller = Caller.of(request);
    return operation
        .readBody(request)
        .flatMap(
            body -> {
              Draft draft = new Draft(caller.tenant(), parameters, body, clock.now());
              Mono<Object> made = command.apply(draft);
              return dryRun
                  ? made.flatMap(it -> posting.rehearse(CorrelationId.of(request.exchange()), it))
                      .publishOn(ConnectionThread.of(request))
                  : post(request, postingRequest(request, operation, caller, key, body), made);
            })
        .map(posted -> answer(posted, answer.apply(posted)))
        .onErrorMap(PostingException.class, Writes::problem);
  }

  private Mono<Posted> post(ServerRequest request, PostingRequest asked, Mono<Object> command) {
    return command
        .flatMap(made -> posting.post(asked, made))
        .publishOn(ConnectionThread.of(request))
        // Whether the key was used comes before what speaks against the command.
        .onErrorResume(
            ProblemException.class, e -> posting.earlier(asked).switchIfEmpty(Mono.error(e)));
  }

  private static PostingRequest postingRequest(
      ServerRequest request, Operation operation, Caller caller, String key, Values body) {
    String[] path = request.pathVariables().values().toArray(String[]::new);
    return new PostingRequest(
        operation.id(),
        caller.tenant(),
        caller.client(),
        new RequestKey(key, body.fingerprint(operation.id(), path)),
        CorrelationId.of(request.exchange()),
        CorrelationId.traceparent(request.headers().asHttpHeaders()));
  }

  private static ServerResponse answer(Posted posted, Record body) {
    return switch (posted.outcome()) {
      case REHEARSED -> JsonResponse.of(HttpStatus.OK, body);
      case REPLAYED -> at(posted, HttpStatus.OK, body).with(IdempotencyKey.REPLAYED_HEADER, "true");
      case POSTED -> at(posted, HttpStatus.CREATED, body);
      case UNCHANGED -> throw new IllegalStateException("each of these commands posts something");
    };
  }

  private static JsonResponse at(Posted posted, HttpStatus status, Record body) {
    return JsonResponse.of(status, body)
        .with(LedgerPosition.HEADER, Long.toString(posted.position()));
  }

  /** The problem that a request which cannot be served now is answered with. */
  public static ProblemException problem(PostingException e) {
    ProblemCode code =
        switch (e.reason()) {
          case IDEMPOTENCY_MISMATCH -> ProblemCode.IDEMPOTENCY_MISMATCH;
          case IDEMPOTENCY_IN_PROGRESS -> ProblemCode.IDEMPOTENCY_IN_PROGRESS;
          case OVERLOADED -> ProblemCode.OVERLOADED;
          case DATABASE_UNAVAILABLE -> ProblemCode.DATABASE_UNAVAILABLE;
          case OUTCOME_UNKNOWN -> ProblemCode.OUTCOME_UNKNOWN;
        };
    return new ProblemException(code, e.getMessage());
  }
}
