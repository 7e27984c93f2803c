package io.cascadeledger.api.history;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.past.LoanHistory;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import java.util.List;
import java.util.UUID;

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
    HistoryAnswers<UUID, LoanStateAnswer> loans =
        new HistoryAnswers<>(LOAN_IN_PATH, (tenant, loan) -> history(tenant, loan, events));
    return List.of(
        loans.moment(STATE, (loan, _, event, state) -> new LoanMomentAnswer(loan, event, state)),
        loans.changes(CHANGES, LoanChangesAnswer::new));
  }

  private static StreamHistory<LoanStateAnswer> history(
      String tenant, UUID loan, StoredEvents events) {
    LoanHistory history = new LoanHistory();
    return new StreamHistory<>(
        events,
        new StreamHistory.Stream(tenant, LoanId.STREAM_TYPE, loan),
        event -> history.evolve((LoanEvent) event),
        () -> LoanStateAnswer.of(history),
        () ->
            new ProblemException(
                ProblemCode.LOAN_NOT_FOUND, ProblemCode.LOAN_NOT_FOUND.title() + "."));
  }
}
