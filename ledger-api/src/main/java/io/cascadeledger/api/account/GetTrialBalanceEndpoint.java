package io.cascadeledger.api.account;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import java.time.LocalDate;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/trial-balance}. */
public final class GetTrialBalanceEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("getTrialBalance", "/v1/trial-balance")
          .tag("Accounts")
          .summary("Read the trial balance")
          .description("All accounts as of a day, and what they sum to.")
          .scope(Scopes.BALANCES_READ)
          .parameter(AS_OF)
          .answer(200, "The trial balance.", TrialBalanceAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final BusinessClock clock;

  /** Reads from a projection. */
  public GetTrialBalanceEndpoint(Reads reads, BalanceQueries balances, BusinessClock clock) {
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
    LocalDate asOf = OPERATION.readParameters(request).find(AS_OF).orElseGet(clock::today);
    return reads.ofTenant(
        request,
        BalanceProjection.NAME,
        balances
            .trialBalance(Caller.of(request).tenant(), asOf)
            .map(accounts -> TrialBalanceAnswer.of(accounts, asOf)),
        ProblemCode.INTERNAL_ERROR);
  }
}
