package io.cascadeledger.api.export;

import static io.cascadeledger.api.exchange.MovementFields.AS_OF;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Operation;
import io.cascadeledger.api.operation.PlainEndpoint;
import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.problem.ProblemException;
import io.cascadeledger.api.request.Field;
import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Values;
import io.cascadeledger.api.security.Caller;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.journal.Account;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.journal.JournalExportQueries;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalWanted;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanTapeQueries;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exports: the journal, an account, the trial balance, and all loans. */
public final class ExportEndpoints {

  private static final Parameter<JournalFormat> FORMAT =
      Parameter.query(
          Field.oneWordOf("format", JournalFormat.class)
              .optional(JournalFormat.CSV)
              .describe("The form; comma-separated values if left out."));
  private static final Parameter<LocalDate> FROM =
      Parameter.query(Field.date("from").optional().describe("The first effective date wanted."));
  private static final Parameter<LocalDate> TO =
      Parameter.query(Field.date("to").optional().describe("The last effective date wanted."));
  private static final Parameter<String> ACCOUNT =
      Parameter.path(
          Field.token("account_code", "^[0-9]{4}$", "1100").describe("The account's four digits."));

  private static final Operation JOURNAL =
      Operation.get("exportJournal", "/v1/exports/journal")
          .tag("Exports")
          .summary("Export the journal")
          .description(
              "All entries in the order in which they were posted, with the days on which they"
                  + " count; for hledger, ledger or beancount, or as a table with a line for each"
                  + " line of an entry.")
          .scope(Scopes.LEDGER_READ)
          .parameter(FORMAT)
          .parameter(FROM)
          .parameter(TO)
          .text(Export.CSV, "position,journal_entry_id,event_type,effective_at,…\n")
          .text(Export.PLAIN, "2026-05-01 * (7) payment_received\n")
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  private static final Operation ONE_ACCOUNT =
      Operation.get("exportAccount", "/v1/exports/accounts/{account_code}")
          .tag("Exports")
          .summary("Export an account")
          .description(
              "All lines on an account in the order in which they were posted, each with the"
                  + " balance after it. With from, the first lines are the balances of the days"
                  + " before.")
          .scope(Scopes.LEDGER_READ)
          .parameter(ACCOUNT)
          .parameter(FROM)
          .parameter(TO)
          .text(Export.CSV, "position,journal_entry_id,event_type,effective_at,…\n")
          .problems(
              ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  private static final Operation TRIAL_BALANCE =
      Operation.get("exportTrialBalance", "/v1/exports/trial-balance")
          .tag("Exports")
          .summary("Export the trial balance")
          .description("All accounts as of a day, in each currency that was booked.")
          .scope(Scopes.BALANCES_READ)
          .parameter(AS_OF)
          .text(Export.CSV, "as_of_date,account_code,account_name,account_type,currency,…\n")
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  private static final Operation LOANS =
      Operation.get("exportLoans", "/v1/exports/loans")
          .tag("Exports")
          .summary("Export the loan tape")
          .description(
              "All loans that were opened by a day, with what was agreed and what they owed on"
                  + " that day. Whether a loan is closed or lost is as it is now.")
          .scope(Scopes.LEDGER_READ)
          .parameter(AS_OF)
          .text(Export.CSV, "loan_id,borrower_id,currency,program_id,status,…\n")
          .problems(ProblemCode.PROJECTION_BEHIND, ProblemCode.OVERLOADED)
          .build();

  private final Reads reads;
  private final BusinessClock clock;
  private final ChartQueries charts;
  private final JournalExportQueries journal;
  private final BalanceQueries balances;
  private final LoanTapeQueries loans;
  private final Export export = new Export();

  private ExportEndpoints(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      JournalExportQueries journal,
      BalanceQueries balances,
      LoanTapeQueries loans) {
    this.reads = reads;
    this.clock = clock;
    this.charts = charts;
    this.journal = journal;
    this.balances = balances;
    this.loans = loans;
  }

  /** The endpoints. */
  public static List<Endpoint> all(
      Reads reads,
      BusinessClock clock,
      ChartQueries charts,
      JournalExportQueries journal,
      BalanceQueries balances,
      LoanTapeQueries loans) {
    ExportEndpoints all = new ExportEndpoints(reads, clock, charts, journal, balances, loans);
    return List.of(
        new PlainEndpoint(JOURNAL, all::journal),
        new PlainEndpoint(ONE_ACCOUNT, all::account),
        new PlainEndpoint(TRIAL_BALANCE, all::trialBalance),
        new PlainEndpoint(LOANS, all::loans));
  }

  /** The chart comes last, so that it has every account that is booked to. */
  private Mono<ServerResponse> journal(ServerRequest request) {
    Values parameters = JOURNAL.readParameters(request);
    JournalFormat format = parameters.get(FORMAT);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, JournalProjection.NAME, BalanceProjection.NAME)
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
                    Export.journal(
                        format.writer(books),
                        journal.entries(wanted(parameters, tenant, books.upTo())))));
  }

  private static JournalWanted wanted(Values parameters, String tenant, long upTo) {
    return new JournalWanted(tenant, parameters.get(FROM), parameters.get(TO), upTo);
  }

  private Mono<ServerResponse> account(ServerRequest request) {
    Values parameters = ONE_ACCOUNT.readParameters(request);
    AccountCode code = new AccountCode(parameters.get(ACCOUNT));
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, JournalProjection.NAME, BalanceProjection.NAME)
        .flatMap(
            upTo ->
                charts
                    .chart(tenant)
                    .flatMap(chart -> Mono.justOrEmpty(chart.find(code)))
                    .switchIfEmpty(Mono.error(ExportEndpoints::noAccount))
                    .flatMap(
                        account -> account(request, account, wanted(parameters, tenant, upTo))));
  }

  private Mono<ServerResponse> account(
      ServerRequest request, Account account, JournalWanted wanted) {
    return journal
        .before(account.code(), wanted)
        .flatMap(
            before ->
                export.answer(
                    request,
                    Export.CSV,
                    "account-" + account.code() + ".csv",
                    wanted.upTo(),
                    Export.journal(
                        new AccountWriter(account, before),
                        journal.linesOf(account.code(), wanted))));
  }

  private static ProblemException noAccount() {
    return new ProblemException(ProblemCode.ACCOUNT_NOT_FOUND);
  }

  private Mono<ServerResponse> trialBalance(ServerRequest request) {
    LocalDate asOf = TRIAL_BALANCE.readParameters(request).find(AS_OF).orElseGet(clock::today);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, BalanceProjection.NAME)
        .flatMap(
            position ->
                balances
                    .trialBalance(tenant, asOf)
                    .flatMap(
                        accounts ->
                            export.answer(
                                request,
                                Export.CSV,
                                "trial-balance-" + asOf + ".csv",
                                position,
                                Flux.just(Tables.trialBalance(accounts, asOf)))));
  }

  private Mono<ServerResponse> loans(ServerRequest request) {
    LocalDate asOf = LOANS.readParameters(request).find(AS_OF).orElseGet(clock::today);
    String tenant = Caller.of(request).tenant();
    return reads
        .position(request, LoanProjection.NAME, BalanceProjection.NAME)
        .flatMap(
            position ->
                export.answer(
                    request,
                    Export.CSV,
                    "loans-" + asOf + ".csv",
                    position,
                    Flux.concat(
                        Mono.just(Tables.loanHeadings()),
                        loans.loans(tenant, asOf).map(Tables::loans))));
  }
}
