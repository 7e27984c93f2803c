package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
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
                  + " pending.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .answer(200, "The loan.", LoanAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final LoanQueries loans;
  private final PendingPaymentQueries pending;

  /** Reads from a projection. */
  public GetLoanEndpoint(Reads reads, LoanQueries loans, PendingPaymentQueries pending) {
    this.reads = reads;
    this.loans = loans;
    this.pending = pending;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    String tenant = Caller.of(request).tenant();
    UUID loan = OPERATION.readParameters(request).get(LOAN_IN_PATH);
    return reads.ofLoan(
        request,
        loan,
        LoanProjection.NAME,
        loans.loan(tenant, loan).zipWith(pending.ofLoan(tenant, loan), LoanAnswer::of),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
