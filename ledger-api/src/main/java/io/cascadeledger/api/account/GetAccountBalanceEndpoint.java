package io.cascadeledger.api.account;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;

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
import io.cascadeledger.journal.Layer;
import io.cascadeledger.projections.balance.AccountTotals;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/accounts/{account_code}/balance}. */
public final class GetAccountBalanceEndpoint implements Endpoint {

  private static final Parameter<String> ACCOUNT =
      Parameter.path(
          Field.token("account_code", "^[0-9]{4}$", "1100").describe("The account's four digits."));
  private static final Parameter<Currency> CURRENCY =
      Parameter.query(Field.currency("currency").describe("The currency wanted."));

  /** The layer of the books wanted. */
  static final Parameter<Layer> LAYER =
      Parameter.query(
          Field.oneOf("layer", Layer.class)
              .optional(Layer.SETTLED)
              .describe("The layer of the books wanted; no two are ever added up."));

  private static final Operation OPERATION =
      Operation.get("getAccountBalance", "/v1/accounts/{account_code}/balance")
          .tag("Accounts")
          .summary("Read an account's balance")
          .description(
              "What was booked to an account of the general ledger as of a day; with known_at, as it"
                  + " was known at a time.")
          .scope(Scopes.BALANCES_READ)
          .parameter(ACCOUNT)
          .parameter(CURRENCY)
          .parameter(LAYER)
          .parameter(AS_OF)
          .parameter(KNOWN_AT)
          .answer(200, "The balance.", AccountBalanceAnswer.example())
          .problems(ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND)
          .build();

  private final Reads reads;
  private final BalanceQueries balances;
  private final KnownBalances known;
  private final BusinessClock clock;

  /** Reads from projections. */
  public GetAccountBalanceEndpoint(
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
    AccountCode account = new AccountCode(parameters.get(ACCOUNT));
    Currency currency = parameters.get(CURRENCY);
    Layer layer = parameters.get(LAYER);
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    Instant knownAt = parameters.get(KNOWN_AT);
    Mono<AccountTotals> totals =
        knownAt == null
            ? balances.account(tenant, account, currency, layer, asOf)
            : known.account(tenant, account, currency, layer, asOf, knownAt);
    return reads.ofTenant(
        request,
        Reads.projectionsOfBalances(knownAt),
        totals.map(found -> AccountBalanceAnswer.of(found, layer, asOf, knownAt)),
        ProblemCode.ACCOUNT_NOT_FOUND);
  }
}
