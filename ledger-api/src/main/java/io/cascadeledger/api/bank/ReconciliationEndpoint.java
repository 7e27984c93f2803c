package io.cascadeledger.api.bank;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.LedgerPosition;
import io.cascadeledger.api.exchange.Places;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.bank.BankQueries;
import io.cascadeledger.projections.control.ControlQueries;
import io.cascadeledger.projections.control.Integrity;
import io.cascadeledger.projections.control.OpenClearing;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.loan.LoanProjection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code GET /v1/reconciliation/status}. */
public final class ReconciliationEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.get("getReconciliationStatus", "/v1/reconciliation/status")
          .tag("Control")
          .summary("See whether the books are sound")
          .description(
              "Adds up each account from its lines, holds the accounts that sum up loans against"
                  + " the loans and the banks' statements against the payments, and says how long"
                  + " money has been kept for borrowers or has been on its way. It reads all the"
                  + " lines of the tenant: a node does one at a time.")
          .scope(Scopes.LEDGER_READ)
          .parameter(AS_OF)
          .answer(200, "What was found.", ReconciliationAnswer.example())
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  /** The journal is asked for as often as it was behind the balances, and then given up. */
  private static final Retry UNTIL_WHOLE =
      Retry.fixedDelay(40, Duration.ofMillis(50)).filter(Behind.class::isInstance);

  private final Reads reads;
  private final BusinessClock clock;
  private final ChartQueries charts;
  private final ControlQueries control;
  private final BankQueries bank;
  private final Places place = new Places(1, "The ledger is looking at its books already.");

  /** The journal lacked lines that the balances had. */
  private static final class Behind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads from projections. */
  public ReconciliationEndpoint(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      ControlQueries control,
      BankQueries bank) {
    this.reads = reads;
    this.clock = clock;
    this.charts = charts;
    this.control = control;
    this.bank = bank;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request) {
    LocalDate asOf = OPERATION.readParameters(request).find(AS_OF).orElseGet(clock::today);
    String tenant = Caller.of(request).tenant();
    return place.in(
        reads
            .position(
                request,
                JournalProjection.NAME,
                BalanceProjection.NAME,
                LoanProjection.NAME,
                DebtorProjection.NAME)
            .flatMap(position -> look(tenant, asOf).map(found -> answer(found, position))));
  }

  private static ServerResponse answer(ReconciliationAnswer found, long position) {
    return JsonResponse.of(HttpStatus.OK, found)
        .with(LedgerPosition.HEADER, Long.toString(position));
  }

  private Mono<ReconciliationAnswer> look(String tenant, LocalDate asOf) {
    return Mono.zip(
            integrity(tenant, asOf),
            control.rollUp(tenant, asOf),
            control.suspense(tenant, asOf),
            bank.accounts(tenant, asOf),
            charts.chart(tenant).flatMap(chart -> clearing(tenant, asOf, chart)))
        .map(
            found ->
                new ReconciliationAnswer(
                    asOf,
                    ReconciliationAnswer.integrity(found.getT1(), clock.now().postedAt()),
                    ReconciliationAnswer.bank(found.getT4()),
                    ReconciliationAnswer.rollUp(found.getT2()),
                    ReconciliationAnswer.suspense(found.getT3()),
                    found.getT5()));
  }

  private Mono<Integrity> integrity(String tenant, LocalDate asOf) {
    return control
        .integrity(tenant, asOf)
        .<Integrity>handle(
            (found, sink) -> {
              if (found.whole()) {
                sink.next(found);
              } else {
                sink.error(new Behind());
              }
            })
        .retryWhen(UNTIL_WHOLE)
        .onErrorMap(
            it -> it.getCause() instanceof Behind,
            _ ->
                new ProblemException(
                    ProblemCode.PROJECTION_BEHIND,
                    "The journal is behind the balances, so they cannot be held against it."));
  }

  private Mono<List<ReconciliationAnswer.ClearingAccount>> clearing(
      String tenant, LocalDate asOf, Chart chart) {
    Mono<List<OpenClearing>> open =
        control.clearing(
            tenant,
            asOf,
            chart.accounts().stream()
                .filter(account -> account.definition().clearing())
                .map(Account::code)
                .toList());
    return open.map(accounts -> ReconciliationAnswer.clearing(accounts, chart, asOf));
  }
}
