package io.cascadeledger.api.export;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;
import static io.cascadeledger.api.exchange.MovementFields.KNOWN_AT;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.journal.JournalExportQueries;
import io.cascadeledger.projections.journal.JournalItem;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalWanted;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanTapeQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exports: the journal, an account, the trial balance, and all loans. */
public final class ExportEndpoints {

  private final Reads reads;
  private final BusinessClock clock;
  private final ChartQueries charts;
  private final JournalExportQueries journal;
  private final BalanceQueries balances;
  private final KnownBalances known;
  private final LoanTapeQueries loans;
  private final Export export = new Export();

  private ExportEndpoints(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      JournalExportQueries journal,
      BalanceQueries balances,
      KnownBalances known,
      LoanTapeQueries loans) {
    this.reads = reads;
    this.clock = clock;
    this.charts = charts;
    this.journal = journal;
    this.balances = balances;
    this.known = known;
    this.loans = loans;
  }

  /** The endpoints. */
  public static List<Endpoint> all(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      JournalExportQueries journal,
      BalanceQueries balances,
      KnownBalances known,
      LoanTapeQueries loans) {
    ExportEndpoints all =
        new ExportEndpoints(reads, clock, charts, journal, balances, known, loans);
    return List.of(
        new PlainEndpoint(ExportOperations.JOURNAL, all::journal),
        new PlainEndpoint(ExportOperations.ONE_ACCOUNT, all::account),
        new PlainEndpoint(ExportOperations.TRIAL_BALANCE, all::trialBalance),
        new PlainEndpoint(ExportOperations.LOANS, all::loans));
  }

  /** The chart comes last, so that it has every account that is booked to. */
  private Mono<ServerResponse> journal(ServerRequest request) {
    Values parameters = ExportOperations.JOURNAL.readParameters(request);
    JournalFormat format = ExportOperations.journalFormat(parameters, request);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, List.of(JournalProjection.NAME, BalanceProjection.NAME))
        .flatMap(
            upTo ->
                journal
                    .currencies(tenant)
                    .zipWith(charts.chart(tenant))
                    .map(it -> new ExportedBooks(tenant, it.getT2(), it.getT1(), upTo)))
        .flatMap(
            books ->
                export.answer(
                    request,
                    format.type(),
                    "journal." + format.suffix(),
                    books.upTo(),
                    journal(
                        format, books, journal.entries(wanted(parameters, tenant, books.upTo())))));
  }

  private static Flux<byte[]> journal(
      JournalFormat format, ExportedBooks books, Flux<List<JournalItem>> entries) {
    return format
        .table()
        .map(
            table ->
                Export.table(
                    table.writer(JournalTable.columns(books)), entries.map(JournalTable::rows)))
        .orElseGet(() -> Export.journal(format.writer(books), entries));
  }

  private static JournalWanted wanted(Values parameters, String tenant, long upTo) {
    return new JournalWanted(
        tenant, parameters.get(ExportOperations.FROM), parameters.get(ExportOperations.TO), upTo);
  }

  private Mono<ServerResponse> account(ServerRequest request) {
    Values parameters = ExportOperations.ONE_ACCOUNT.readParameters(request);
    AccountCode code = new AccountCode(parameters.get(ExportOperations.ACCOUNT));
    TableFormat format =
        ExportOperations.tableFormat(ExportOperations.ONE_ACCOUNT, parameters, request);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, List.of(JournalProjection.NAME, BalanceProjection.NAME))
        .flatMap(
            upTo ->
                charts
                    .chart(tenant)
                    .flatMap(chart -> Mono.justOrEmpty(chart.find(code)))
                    .switchIfEmpty(Mono.error(ExportEndpoints::noAccount))
                    .flatMap(
                        account ->
                            account(request, format, account, wanted(parameters, tenant, upTo))));
  }

  private Mono<ServerResponse> account(
      ServerRequest request, TableFormat format, Account account, JournalWanted wanted) {
    return journal
        .before(account.code(), wanted)
        .map(before -> new AccountTable(account, before))
        .flatMap(
            table ->
                export.answer(
                    request,
                    format.type(),
                    "account-%s.%s".formatted(account.code(), format.suffix()),
                    wanted.upTo(),
                    Export.table(
                        format.writer(AccountTable.columns()),
                        Flux.concat(
                            Mono.fromSupplier(table::before),
                            journal.linesOf(account.code(), wanted).map(table::rows)))));
  }

  private static ProblemException noAccount() {
    return new ProblemException(ProblemCode.ACCOUNT_NOT_FOUND);
  }

  private Mono<ServerResponse> trialBalance(ServerRequest request) {
    Values parameters = ExportOperations.TRIAL_BALANCE.readParameters(request);
    TableFormat format =
        ExportOperations.tableFormat(ExportOperations.TRIAL_BALANCE, parameters, request);
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    Instant knownAt = parameters.get(KNOWN_AT);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, Reads.projectionsOfBalances(knownAt))
        .flatMap(
            position ->
                (knownAt == null
                        ? balances.trialBalance(tenant, asOf)
                        : known.trialBalance(tenant, Layer.SETTLED, asOf, knownAt))
                    .flatMap(
                        accounts ->
                            export.answer(
                                request,
                                format.type(),
                                "trial-balance-%s.%s".formatted(asOf, format.suffix()),
                                position,
                                Export.table(
                                    format.writer(Tables.trialBalance(asOf)),
                                    Flux.just(accounts)))));
  }

  private Mono<ServerResponse> loans(ServerRequest request) {
    Values parameters = ExportOperations.LOANS.readParameters(request);
    TableFormat format = ExportOperations.tableFormat(ExportOperations.LOANS, parameters, request);
    LocalDate asOf = parameters.find(AS_OF).orElseGet(clock::today);
    Instant knownAt = parameters.get(KNOWN_AT);
    String tenant = Caller.of(request).tenant();
    List<String> projections = new ArrayList<>(Reads.projectionsOfBalances(knownAt));
    projections.addFirst(LoanProjection.NAME);
    return reads
        .position(request, projections)
        .flatMap(
            position ->
                export.answer(
                    request,
                    format.type(),
                    "loans-%s.%s".formatted(asOf, format.suffix()),
                    position,
                    Export.table(
                        format.writer(Tables.loans()), loans.loans(tenant, asOf, knownAt))));
  }
}
