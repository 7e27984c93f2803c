package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/loans/{loan_id}/balance}. */
public final class GetLoanBalanceEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("getLoanBalance", "/v1/loans/{loan_id}/balance")
          .tag("Loans")
          .summary("Read a loan's balance")
          .description("What the loan owes and holds as of a day.")
          .scope(Scopes.BALANCES_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(AS_OF)
          .answer(200, "The balance.", LoanBalanceAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final BusinessClock clock;

  /** Reads from a projection. */
  public GetLoanBalanceEndpoint(Reads reads, BalanceQueries balances, BusinessClock clock) {
    this.reads = reads;
    this.balances = balances;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    Values parameters = OPERATION.readParameters(request);
    UUID loan = parameters.get(LOAN_IN_PATH);
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    return reads.ofLoan(
        request,
        loan,
        BalanceProjection.NAME,
        balances.loan(Caller.of(request).tenant(), loan, asOf).map(LoanBalanceAnswer::of),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
