package io.cascadeledger.api.loan;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;
import static io.cascadeledger.api.exchange.MovementFields.LOAN_IN_PATH;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.balance.LoanBalanceView;
import java.time.Instant;
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
          .description(
              "What the loan owes and holds as of a day; with known_at, as it was known at a time,"
                  + " whatever was posted since.")
          .scope(Scopes.BALANCES_READ)
          .parameter(LOAN_IN_PATH)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .answer(200, "The balance.", LoanBalanceAnswer.example())
          .problems(ProblemCode.LOAN_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final KnownBalances known;
  private final BusinessClock clock;

  /** Reads from projections. */
  public GetLoanBalanceEndpoint(
      Reads reads, BalanceQueries balances, KnownBalances known, BusinessClock clock) {
    this.reads = reads;
    this.balances = balances;
    this.known = known;
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
    String tenant = Caller.of(request).tenant();
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    Instant knownAt = parameters.get(KNOWN_AT);
    Mono<LoanBalanceView> balance =
        knownAt == null
            ? balances.loan(tenant, loan, asOf)
            : known.loan(tenant, loan, asOf, knownAt);
    return reads.ofLoan(
        request,
        loan,
        Reads.projectionsOfBalances(knownAt),
        balance.map(view -> LoanBalanceAnswer.of(view, knownAt)),
        ProblemCode.LOAN_NOT_FOUND);
  }
}
