package io.cascadeledger.api.exchange;

import io.cascadeledger.api.correlation.CorrelationId;
import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.movement.DayEndAnswer;
import io.cascadeledger.api.operation.CatchUp;
import io.cascadeledger.api.operation.DryRun;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.posting.AfterDayEnd;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.eventstore.RequestKey;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.state.LoanCommand;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What every endpoint that posts does with a request, but for the command and the answer. */
public final class Writes {

  /** What the end of the day before has brought, in the answer of a request that asks for it. */
  public static final String CAUGHT_UP = "caught_up";

  private final Posting posting;
  private final BusinessClock clock;

  /** Posts what requests ask for. */
  public Writes(Posting posting, BusinessClock clock) {
    this.posting = posting;
    this.clock = clock;
  }

  /**
   * Handles a request to post: 201 with what was posted, or 200 with the same body if an earlier
   * request with the same key and content had posted it, if it is only tried, or if there was
   * nothing to post.
   *
   * @param command makes the command of the request
   * @param answer makes the answer's body of what was posted, and of nothing else
   */
  public Mono<ServerResponse> post(
      ServerRequest request,
      Operation operation,
      Function<Draft, Mono<Object>> command,
      Function<Posted, Record> answer) {
    Values parameters = operation.readParameters(request);
    boolean dryRun = DryRun.isAskedFor(parameters);
    boolean catchUp = CatchUp.isAskedFor(operation, parameters);
    String key = dryRun ? null : IdempotencyKey.of(request);
    Caller caller = Caller.of(request);
    return operation
        .readBody(request)
        .flatMap(
            body -> {
              Draft draft =
                  new Draft(caller.tenant(), caller.client(), parameters, body, clock.now());
              Mono<Object> made =
                  catchUp ? command.apply(draft).map(Writes::caughtUp) : command.apply(draft);
              return dryRun
                  ? made.flatMap(it -> posting.rehearse(CorrelationId.of(request.exchange()), it))
                      .publishOn(ConnectionThread.of(request))
                  : post(
                      request,
                      postingRequest(request, operation, caller, key, body, catchUp),
                      made);
            })
        .map(posted -> answer(posted, body(posted, answer.apply(posted), catchUp)))
        .onErrorMap(PostingException.class, Writes::problem);
  }

  /**
   * Posts what the ledger does by itself once a request is done, in the name of the same client.
   *
   * @param operation what it is called in the metrics
   * @param key names what is done, once for all nodes and attempts
   * @param fingerprint of what is posted
   */
  public Mono<Posted> follow(
      ServerRequest request, String operation, String key, byte[] fingerprint, Object command) {
    Caller caller = Caller.of(request);
    return posting.post(
        new PostingRequest(
            operation,
            caller.tenant(),
            caller.client(),
            new RequestKey(key, fingerprint),
            CorrelationId.of(request.exchange()),
            CorrelationId.traceparent(request.headers().asHttpHeaders())),
        command);
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
      ServerRequest request,
      Operation operation,
      Caller caller,
      String key,
      Values body,
      boolean catchUp) {
    String[] asked = asked(request.pathVariables().values(), catchUp);
    return new PostingRequest(
        operation.id(),
        caller.tenant(),
        caller.client(),
        new RequestKey(key, body.fingerprint(operation.id(), asked)),
        CorrelationId.of(request.exchange()),
        CorrelationId.traceparent(request.headers().asHttpHeaders()));
  }

  /** What belongs to a request besides its body: its path's parameters, and whether to catch up. */
  private static String[] asked(Collection<String> named, boolean catchUp) {
    String[] asked = named.toArray(new String[named.size() + (catchUp ? 1 : 0)]);
    if (catchUp) {
      asked[named.size()] = CatchUp.PARAMETER.name();
    }
    return asked;
  }

  /**
   * A loan's command, after the end of the day before; others concern no loan by itself, and before
   * the first day of all there is none.
   */
  private static Object caughtUp(Object command) {
    return command instanceof LoanCommand ofLoan
            && ofLoan.effectiveDate().isAfter(Limits.EARLIEST_EFFECTIVE_DATE)
        ? AfterDayEnd.before(ofLoan)
        : command;
  }

  /** The answer, and beside it what the end of the day before has brought. */
  private static Object body(Posted posted, Record answer, boolean catchUp) {
    if (!catchUp || !(posted.event() instanceof LoanEvent event)) {
      return answer;
    }
    LocalDate day = event.effectiveDate().minusDays(1);
    return ApiJson.with(answer, CAUGHT_UP, DayEndAnswer.of(day, posted.dayEnd()));
  }

  private static ServerResponse answer(Posted posted, Object body) {
    if (posted.isNothing()) {
      return JsonResponse.of(HttpStatus.OK, body);
    }
    return switch (posted.outcome()) {
      case REHEARSED -> JsonResponse.of(HttpStatus.OK, body);
      case REPLAYED -> at(posted, HttpStatus.OK, body).with(IdempotencyKey.REPLAYED_HEADER, "true");
      case POSTED -> at(posted, HttpStatus.CREATED, body);
    };
  }

  private static JsonResponse at(Posted posted, HttpStatus status, Object body) {
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
