package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;
import static io.cascadeledger.api.exchange.PageFields.PAGE_SIZE;
import static io.cascadeledger.api.exchange.PageFields.PAGE_TOKEN;

import io.cascadeledger.api.exchange.PageFields;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.MovementQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/loans/{loan_id}/movements}. */
public final class GetLoanMovementsEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("listLoanMovements", "/v1/loans/{loan_id}/movements")
          .tag("Servicing")
          .summary("List a loan's movements")
          .description(
              "The loan's movements by effective date, and within a day in the order in which they"
                  + " came, by pages: each as it counts now, and, where that is something else, as it"
                  + " was posted, with the entries that restated or reversed it. With as_of_date and"
                  + " known_at, those that count by a day, as they were known at a time.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .parameter(PAGE_SIZE)
          .parameter(PAGE_TOKEN)
          .answer(200, "A page of movements.", MovementPageAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final MovementQueries movements;

  /** Reads from a projection. */
  public GetLoanMovementsEndpoint(Reads reads, MovementQueries movements) {
    this.reads = reads;
    this.movements = movements;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(LOAN_IN_PATH);
    LocalDate asOf = parameters.get(AS_OF);
    Instant knownAt = parameters.get(KNOWN_AT);
    LoanId id = new LoanId(Caller.of(request).tenant(), loan);
    long after = PageFields.after(parameters);
    int size = parameters.get(PAGE_SIZE);
    boolean now = asOf == null && knownAt == null;
    return reads.ofLoan(
        request,
        loan,
        // When something was undone or restated is in the journal.
        now ? List.of(LoanProjection.NAME) : List.of(LoanProjection.NAME, JournalProjection.NAME),
        (now
                ? movements.ofLoan(id.tenant(), loan, after, size)
                : movements.ofLoan(id, asOf, knownAt, after, size))
            .map(MovementPageAnswer::of),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
