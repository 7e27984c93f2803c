package io.cascadeledger.api.account;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/accounts/{account_code}/balance}. */
public final class GetAccountBalanceEndpoint implements Endpoint {

  /** The layers of the books that there are. */
  private enum Layer {
    SETTLED
  }

  private static final Parameter<String> ACCOUNT =
      Parameter.path(
          Field.token("account_code", "^[0-9]{4}$", "1100").describe("The account's four digits."));
  private static final Parameter<Currency> CURRENCY =
      Parameter.query(Field.currency("currency").describe("The currency wanted."));
  private static final Parameter<Layer> LAYER =
      Parameter.query(
          Field.oneOf("layer", Layer.class)
              .optional(Layer.SETTLED)
              .describe("The layer of the books wanted."));

  private static final Operation OPERATION =
      Operation.get("getAccountBalance", "/v1/accounts/{account_code}/balance")
          .tag("Accounts")
          .summary("Read an account's balance")
          .description("What was booked to an account of the general ledger as of a day.")
          .scope(Scopes.BALANCES_READ)
          .parameter(ACCOUNT)
          .parameter(CURRENCY)
          .parameter(LAYER)
          .parameter(AS_OF)
          .answer(200, "The balance.", AccountBalanceAnswer.example())
          .problems(ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final BusinessClock clock;

  /** Reads from a projection. */
  public GetAccountBalanceEndpoint(Reads reads, BalanceQueries balances, BusinessClock clock) {
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
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    return reads.ofTenant(
        request,
        BalanceProjection.NAME,
        balances
            .account(
                Caller.of(request).tenant(),
                new AccountCode(parameters.get(ACCOUNT)),
                parameters.get(CURRENCY),
                asOf)
            .map(totals -> AccountBalanceAnswer.of(totals, asOf)),
        ProblemCode.ACCOUNT_NOT_FOUND);
  }
}
