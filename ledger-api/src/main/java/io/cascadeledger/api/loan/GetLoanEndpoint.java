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
          .description("What the loan is: its borrower, its terms and its status.")
          .scope(Scopes.LEDGER_READ)
          .parameter(LOAN_IN_PATH)
          .answer(200, "The loan.", LoanAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final LoanQueries loans;

  /** Reads from a projection. */
  public GetLoanEndpoint(Reads reads, LoanQueries loans) {
    this.reads = reads;
    this.loans = loans;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    UUID loan = OPERATION.readParameters(request).get(LOAN_IN_PATH);
    return reads.ofLoan(
        request,
        loan,
        LoanProjection.NAME,
        loans.loan(Caller.of(request).tenant(), loan).map(LoanAnswer::of),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
