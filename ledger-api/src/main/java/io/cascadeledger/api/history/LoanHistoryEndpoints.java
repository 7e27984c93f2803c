package io.cascadeledger.api.history;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.past.LoanHistory;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operations that show a loan after any of its events. */
public final class LoanHistoryEndpoints {

  private static final Operation STATE =
      Operation.get("getLoanHistory", "/v1/loans/{loan_id}/history/{sequence}")
          .tag("Events")
          .summary("Read a loan as it was after an event")
          .description(
              "What the loan was when this event was the last that had happened to it. It is made"
                  + " of the events as they are stored, by the rules by which the loan decides.")
          .scope(Scopes.EVENTS_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(HistoryParameters.SEQUENCE)
          .answer(200, "The loan as it was.", LoanMomentAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private static final Operation CHANGES =
      Operation.get("getLoanChanges", "/v1/loans/{loan_id}/history/{sequence}/changes")
          .tag("Events")
          .summary("Compare a loan after two events")
          .description(
              "What one event, or all events between two, changed of the loan: each value of its"
                  + " state that is another, before and after.")
          .scope(Scopes.EVENTS_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(HistoryParameters.SEQUENCE)
          .parameter(HistoryParameters.SINCE)
          .answer(200, "What changed.", LoanChangesAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.EVENT_NOT_FOUND)
          .build();

  private LoanHistoryEndpoints() {}

  /** The endpoints. */
  public static List<Endpoint> all(StoredEvents events) {
    return List.of(
        new PlainEndpoint(STATE, request -> state(request, events)),
        new PlainEndpoint(CHANGES, request -> changes(request, events)));
  }

  private static Mono<ServerResponse> state(ServerRequest request, StoredEvents events) {
    Values values = STATE.readParameters(request);
    UUID loan = values.get(LOAN_IN_PATH);
    long sequence = HistoryParameters.sequence(values);
    return Blocking.call(
            request,
            () -> {
              StreamHistory<LoanStateAnswer> history = history(request, loan, events);
              LoanStateAnswer state = history.after(sequence);
              return new LoanMomentAnswer(loan, HistoryEventAnswer.of(history.last()), state);
            })
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  private static Mono<ServerResponse> changes(ServerRequest request, StoredEvents events) {
    Values values = CHANGES.readParameters(request);
    UUID loan = values.get(LOAN_IN_PATH);
    long sequence = HistoryParameters.sequence(values);
    long since = HistoryParameters.since(values);
    return Blocking.call(
            request,
            () -> {
              StreamHistory.Difference difference =
                  history(request, loan, events).between(since, sequence);
              return new LoanChangesAnswer(
                  loan, since, sequence, difference.events(), difference.changes());
            })
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  private static StreamHistory<LoanStateAnswer> history(
      ServerRequest request, UUID loan, StoredEvents events) {
    LoanHistory history = new LoanHistory();
    return new StreamHistory<>(
        events,
        new StreamHistory.Stream(Caller.of(request).tenant(), LoanId.STREAM_TYPE, loan),
        event -> history.evolve((LoanEvent) event),
        () -> LoanStateAnswer.of(history),
        () ->
            new ProblemException(
                ProblemCode.LOAN_NOT_FOUND, ProblemCode.LOAN_NOT_FOUND.title() + "."));
  }
}
