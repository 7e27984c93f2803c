package io.cascadeledger.api.server;

import io.cascadeledger.api.BuildInfo;
import io.cascadeledger.api.account.GetAccountBalanceEndpoint;
import io.cascadeledger.api.account.GetTrialBalanceEndpoint;
import io.cascadeledger.api.accrual.PostAccrualBatchEndpoint;
import io.cascadeledger.api.batch.PostPaymentBatchEndpoint;
import io.cascadeledger.api.debtor.DebtorSurface;
import io.cascadeledger.api.description.ApiDescription;
import io.cascadeledger.api.description.ApiFacts;
import io.cascadeledger.api.description.DocsPage;
import io.cascadeledger.api.disbursement.PostDisbursementEndpoint;
import io.cascadeledger.api.endofday.BusinessDayEndpoints;
import io.cascadeledger.api.endofday.DayClosing;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.LoanReads;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.health.LiveEndpoint;
import io.cascadeledger.api.health.ReadyEndpoint;
import io.cascadeledger.api.journal.GetJournalEntryEndpoint;
import io.cascadeledger.api.journal.GetLoanJournalEndpoint;
import io.cascadeledger.api.loan.AssessFeeEndpoint;
import io.cascadeledger.api.loan.CloseLoanEndpoint;
import io.cascadeledger.api.loan.GetLoanBalanceEndpoint;
import io.cascadeledger.api.loan.GetLoanEndpoint;
import io.cascadeledger.api.loan.GetLoanMovementsEndpoint;
import io.cascadeledger.api.loan.OpenLoanEndpoint;
import io.cascadeledger.api.measure.ProjectionLag;
import io.cascadeledger.api.measure.RequestTimer;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.operation.Routes;
import io.cascadeledger.api.past.PastLoans;
import io.cascadeledger.api.payment.GetPaymentEndpoint;
import io.cascadeledger.api.payment.PostPaymentEndpoint;
import io.cascadeledger.api.posting.AtomicPosting;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.problem.ProblemHandler;
import io.cascadeledger.api.product.ProductEndpoints;
import io.cascadeledger.api.reversal.EntryOwners;
import io.cascadeledger.api.reversal.PostReversalEndpoint;
import io.cascadeledger.api.schedule.ScheduleEndpoints;
import io.cascadeledger.api.security.AccessFilter;
import io.cascadeledger.api.security.AccessRules;
import io.cascadeledger.api.security.ScopeRule;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.servicing.ServicingEndpoints;
import io.cascadeledger.api.statement.GetStatementEndpoint;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.journal.JournalQueries;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.projections.loan.MovementQueries;
import io.cascadeledger.projections.product.ProductQueries;
import io.cascadeledger.projections.statement.StatementQueries;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The table of contents of the API: every operation, who may call it, and its description. */
@Configuration(proxyBeanMethods = false)
class EndpointWiring {

  private static final List<String> PUBLIC_PATHS =
      List.of(
          "/v1/health/**",
          "/docs/**",
          "/openapi.json",
          "/asyncapi.json",
          "/v1/event-schemas/**",
          "/actuator/health/**",
          "/actuator/prometheus");

  @Bean
  PastLoans pastLoans(StoredEvents events) {
    return new PastLoans(events);
  }

  @Bean
  LoanReads loanReads(Loans loans, PastLoans past) {
    return new LoanReads(loans, past);
  }

  /** The operations, in the order in which a newcomer meets them. */
  record Endpoints(List<Endpoint> list) {}

  @Bean
  Endpoints endpoints(
      Writes writes,
      Posting posting,
      AtomicPosting atomicPosting,
      Reads reads,
      EntryOwners owners,
      BusinessClock clock,
      JournalQueries journal,
      BalanceQueries balances,
      KnownBalances known,
      StatementQueries statements,
      LoanQueries loans,
      MovementQueries movements,
      ManualEntryQueries manualEntries,
      BooksWiring.BooksEndpoints books,
      LoanReads loanReads,
      PastLoans past,
      Products products,
      ProductQueries productList,
      ChartQueries charts,
      DayClosing dayClosing,
      AuditWiring.AuditEndpoints audit,
      WebhookWiring.WebhookOperations webhooks,
      ProjectionLag lag,
      LiveEvents live) {
    List<Endpoint> plain =
        List.of(
            OpenLoanEndpoint.of(writes, products),
            new GetLoanEndpoint(reads, loans, past),
            PostDisbursementEndpoint.of(writes),
            AssessFeeEndpoint.of(writes),
            PostAccrualBatchEndpoint.of(writes),
            PostPaymentEndpoint.of(writes),
            new PostPaymentBatchEndpoint(posting, atomicPosting, clock, live::behind),
            new GetPaymentEndpoint(reads, movements),
            PostReversalEndpoint.of(writes, owners),
            CloseLoanEndpoint.of(writes));
    List<Endpoint> reading =
        List.of(
            new GetLoanMovementsEndpoint(reads, movements),
            new GetLoanBalanceEndpoint(reads, balances, known, clock),
            new GetStatementEndpoint(reads, statements, clock),
            new GetLoanJournalEndpoint(reads, journal),
            new GetJournalEntryEndpoint(reads, journal, manualEntries),
            new GetAccountBalanceEndpoint(reads, balances, known, clock),
            new GetTrialBalanceEndpoint(reads, balances, known, clock),
            new LiveEndpoint(),
            new ReadyEndpoint(lag));
    return new Endpoints(
        Stream.of(
                plain,
                ProductEndpoints.all(writes, products, reads, productList, charts),
                ServicingEndpoints.all(writes),
                ScheduleEndpoints.all(loanReads, clock),
                BusinessDayEndpoints.all(dayClosing, writes, clock),
                books.list(),
                audit.list(),
                webhooks.list(),
                reading)
            .flatMap(List::stream)
            .toList());
  }

  @Bean
  Routes apiRoutes(Endpoints endpoints) {
    return Routes.to(endpoints.list());
  }

  @Bean
  Entrance entrance(
      DispatcherHandler webHandler,
      AccessFilter accessFilter,
      Routes apiRoutes,
      ProblemHandler problemHandler,
      MeterRegistry registry,
      ServerCodecConfigurer codecs) {
    Entrance entrance =
        new Entrance(
            webHandler, accessFilter, apiRoutes, problemHandler, new RequestTimer(registry));
    entrance.setCodecConfigurer(codecs);
    return entrance;
  }

  @Bean
  AccessRules accessRules(Endpoints endpoints, DebtorSurface debtors) {
    Stream<ScopeRule> operations =
        endpoints.list().stream()
            .map(Endpoint::operation)
            .filter(operation -> operation.scope() != null)
            .map(
                operation ->
                    new ScopeRule(operation.method(), operation.path(), operation.scope()));
    // The client that these paths begin with may be named like another path: that one counts.
    return new AccessRules(
        PUBLIC_PATHS, Stream.concat(operations, debtors.scopes().stream()).toList());
  }

  @Bean
  ApiDescription apiDescription(Endpoints endpoints) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("Loans", "Open loans, charge them, close them, and read what they owe.");
    tags.put("Loan products", "Templates of terms, in versions that never change.");
    tags.put("Disbursements", "Principal paid out.");
    tags.put("Payments", "Money received, split by the waterfall.");
    tags.put("Servicing", "What else can happen to a loan, and the list of all that has.");
    tags.put("Schedules", "What a loan that the ledger services has to pay, and when.");
    tags.put("Business days", "The end of a day, for all loans that the ledger services.");
    tags.put("Accruals", "Interest earned.");
    tags.put("Reversals", "Corrections, which add and never change.");
    tags.put("Journal", "The entries that book every movement.");
    tags.put("Accounts", "The general ledger.");
    tags.put("Accounting periods", "Months that are closed, and who has closed them and why.");
    tags.put("Control", "Whether the books are sound, and agree with the bank.");
    tags.put("Exports", "The books for the tools of others.");
    tags.put("Events", "The events as they are stored, and what proves that they are unchanged.");
    tags.put("Webhooks", "Telling other systems of what happens.");
    tags.put("Health", "Whether the server lives and is ready.");
    return new ApiDescription(
        new ApiFacts(BuildInfo.CURRENT.version(), "/oauth2/token", Scopes.DESCRIPTIONS, tags),
        endpoints.list());
  }

  @Bean
  RouterFunction<ServerResponse> docsRoutes(ApiDescription description) {
    return DocsPage.routes(description);
  }
}
