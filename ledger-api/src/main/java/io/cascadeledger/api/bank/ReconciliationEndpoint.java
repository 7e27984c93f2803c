package io.cascadeledger.api.bank;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.LedgerPosition;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.json.JsonResponse;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.bank.BankQueries;
import io.cascadeledger.projections.control.ControlQueries;
import io.cascadeledger.projections.control.OpenClearing;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

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

  private final Reads reads;
  private final BusinessClock clock;
  private final ChartQueries charts;
  private final ControlQueries control;
  private final SoundBooks sound;
  private final BankQueries bank;

  /** Reads from projections. */
  public ReconciliationEndpoint(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      ControlQueries control,
      SoundBooks sound,
      BankQueries bank) {
    this.reads = reads;
    this.clock = clock;
    this.charts = charts;
    this.control = control;
    this.sound = sound;
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
    return sound.alone(
        reads
            .position(request, SoundBooks.PROJECTIONS)
            .flatMap(position -> look(tenant, asOf).map(found -> answer(found, position))));
  }

  private static ServerResponse answer(ReconciliationAnswer found, long position) {
    return JsonResponse.of(HttpStatus.OK, found)
        .with(LedgerPosition.HEADER, Long.toString(position));
  }

  private Mono<ReconciliationAnswer> look(String tenant, LocalDate asOf) {
    return Mono.zip(
            sound.integrity(tenant, asOf),
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
