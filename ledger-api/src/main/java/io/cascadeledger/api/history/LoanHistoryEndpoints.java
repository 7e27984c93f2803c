package io.cascadeledger.api.history;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.loan.event.LoanId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The operations that show a loan after any of its events. */
public final class LoanHistoryEndpoints {

  private static final String SEQUENCES = "^(0|[1-9][0-9]{0,17})$";

  private static final Parameter<String> SEQUENCE =
      Parameter.path(
          Field.token("sequence", SEQUENCES, "12")
              .describe("The place of the event in the loan's stream, from 0."));

  private static final Parameter<String> SINCE =
      Parameter.query(
          Field.token("since", SEQUENCES, "3")
              .optional()
              .describe("That of the event to compare with. Left out: the event before."));

  private static final Operation STATE =
      Operation.get("getLoanHistory", "/v1/loans/{loan_id}/history/{sequence}")
          .tag("Events")
          .summary("Read a loan as it was after an event")
          .description(
              "What the loan was when this event was the last that had happened to it. It is made"
                  + " of the events as they are stored, by the rules by which the loan decides.")
          .scope(Scopes.EVENTS_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(SEQUENCE)
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
          .parameter(SEQUENCE)
          .parameter(SINCE)
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
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    long sequence = Long.parseLong(values.get(SEQUENCE));
    return Blocking.call(
            request,
            () -> {
              LoanHistory history = new LoanHistory(events, id);
              take(history, sequence, _ -> {});
              return new LoanMomentAnswer(
                  loan, HistoryEventAnswer.of(history.last()), LoanStateAnswer.of(history));
            })
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  private static Mono<ServerResponse> changes(ServerRequest request, StoredEvents events) {
    Values values = CHANGES.readParameters(request);
    UUID loan = values.get(LOAN_IN_PATH);
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    long sequence = Long.parseLong(values.get(SEQUENCE));
    long since = values.find(SINCE).map(Long::parseLong).orElse(sequence - 1);
    if (since > sequence) {
      throw new InvalidRequest(
          SINCE.name(), FieldErrorCode.TOO_LARGE, "must be the sequence of an earlier event");
    }
    return Blocking.call(
            request,
            () -> {
              LoanHistory history = new LoanHistory(events, id);
              LoanStateAnswer before = null;
              if (since >= 0) {
                take(history, since, _ -> {});
                before = LoanStateAnswer.of(history);
              }
              List<HistoryEventAnswer> between = new ArrayList<>();
              take(history, sequence, event -> between.add(HistoryEventAnswer.of(event)));
              return new LoanChangesAnswer(
                  loan,
                  since,
                  sequence,
                  between,
                  StateChanges.between(before, LoanStateAnswer.of(history)));
            })
        .map(answer -> JsonResponse.of(HttpStatus.OK, answer));
  }

  /** Takes all events up to one, which must be there. */
  private static void take(LoanHistory history, long sequence, Consumer<StoredEvent> each) {
    history.take(sequence, each);
    if (history.last() == null) {
      throw new ProblemException(
          ProblemCode.LOAN_NOT_FOUND, ProblemCode.LOAN_NOT_FOUND.title() + ".");
    }
    if (history.sequence() < sequence) {
      throw new ProblemException(
          ProblemCode.EVENT_NOT_FOUND,
          "The loan has no event %d yet: its last is %d.".formatted(sequence, history.sequence()));
    }
  }
}
