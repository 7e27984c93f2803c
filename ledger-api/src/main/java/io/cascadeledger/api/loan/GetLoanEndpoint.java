package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.Blocking;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.past.PastLoans;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.projections.loan.LoanView;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/loans/{loan_id}}. */
public final class GetLoanEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("getLoan", "/v1/loans/{loan_id}")
          .tag("Loans")
          .summary("Read a loan")
          .description(
              "What the loan is: its borrower, its terms, its status, and the payments that are"
                  + " pending; as of a day, and with known_at as it was known at a time: then"
                  + " without what is pending.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .answer(200, "The loan.", LoanAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final LoanQueries loans;
  private final PendingPaymentQueries pending;
  private final PastLoans past;

  /** Reads from a projection; how the loan stood in the past, from its events. */
  public GetLoanEndpoint(
      Reads reads, LoanQueries loans, PendingPaymentQueries pending, PastLoans past) {
    this.reads = reads;
    this.loans = loans;
    this.pending = pending;
    this.past = past;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    String tenant = Caller.of(request).tenant();
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(LOAN_IN_PATH);
    LocalDate asOf = parameters.get(AS_OF);
    Instant knownAt = parameters.get(KNOWN_AT);
    Mono<LoanAnswer> answer =
        asOf == null && knownAt == null
            ? loans.loan(tenant, loan).zipWith(pending.ofLoan(tenant, loan), LoanAnswer::of)
            : loans
                .loan(tenant, loan)
                .flatMap(view -> past(request, view, asOf, knownAt))
                .map(view -> LoanAnswer.of(view, asOf, knownAt));
    return reads.ofLoan(request, loan, LoanProjection.NAME, answer, ProblemCode.LOAN_NOT_FOUND);
  }

  private Mono<LoanView> past(
      ServerRequest request, LoanView view, LocalDate asOf, Instant knownAt) {
    return Blocking.call(request, () -> past.find(view.loan(), asOf, knownAt))
        .flatMap(Mono::justOrEmpty)
        .map(then -> view.standing(then.status(), then.closedOn()));
  }
}
