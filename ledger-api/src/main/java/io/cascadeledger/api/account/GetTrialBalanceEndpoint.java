package io.cascadeledger.api.account;

import static io.cascadeledger.api.account.GetAccountBalanceEndpoint.LAYER;
import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/trial-balance}. */
public final class GetTrialBalanceEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("getTrialBalance", "/v1/trial-balance")
          .tag("Accounts")
          .summary("Read the trial balance")
          .description(
              "All accounts as of a day, and what they sum to, in one layer of the books; with"
                  + " known_at, as it was known at a time.")
          .scope(Scopes.BALANCES_READ)
          .parameter(LAYER)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .answer(200, "The trial balance.", TrialBalanceAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final KnownBalances known;
  private final BusinessClock clock;

  /** Reads from projections. */
  public GetTrialBalanceEndpoint(
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
    String tenant = Caller.of(request).tenant();
    Layer layer = parameters.get(LAYER);
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    Instant knownAt = parameters.get(KNOWN_AT);
    Mono<List<AccountTotals>> accounts =
        knownAt == null
            ? balances.trialBalance(tenant, layer, asOf)
            : known.trialBalance(tenant, layer, asOf, knownAt);
    return reads.ofTenant(
        request,
        Reads.projectionsOfBalances(knownAt),
        accounts.map(found -> TrialBalanceAnswer.of(found, layer, asOf, knownAt)),
        ProblemCode.INTERNAL_ERROR);
  }
}
