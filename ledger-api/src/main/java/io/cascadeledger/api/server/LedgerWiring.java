package io.cascadeledger.api.server;

import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.LookUps;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.measure.LedgerMetrics;
import io.cascadeledger.api.measure.ProjectionLag;
import io.cascadeledger.api.posting.AtomicPosting;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.api.posting.OneCommandPosting;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.RecentPositions;
import io.cascadeledger.api.posting.Streams;
import io.cascadeledger.api.reversal.EntryOwners;
import io.cascadeledger.eventstore.EventWriter;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.projections.ProjectionPositions;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.projections.loan.MovementQueries;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.product.ProductQueries;
import io.cascadeledger.projections.statement.StatementQueries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/** The ledger's own parts between the database and the endpoints. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

  /** Threads of its own: those that Reactor shares would end with the first server of a process. */
  @Bean
  ReactorResourceFactory networkThreads() {
    ReactorResourceFactory threads = new ReactorResourceFactory();
    threads.setUseGlobalResources(false);
    return threads;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  BusinessClock businessClock(Clock clock, LedgerSettings settings) {
    return new BusinessClock(clock, settings.timeZone());
  }

  @Bean
  LedgerMetrics ledgerMetrics(MeterRegistry registry) {
    return new LedgerMetrics(registry);
  }

  @Bean
  MeterBinder queueGauges(EventWriter writer, Posting posting) {
    return registry -> {
      Gauge.builder("ledger.append.queue.size", writer, EventWriter::waiting)
          .description("Commands that wait to be stored")
          .register(registry);
      Gauge.builder("ledger.posting.queue.size", posting, Posting::waiting)
          .description("Commands of streams that are worked on or wait for it")
          .register(registry);
    };
  }

  @Bean
  ProjectionLag projectionLag(JdbcTemplate jdbc, MeterRegistry registry) {
    return new ProjectionLag(jdbc, registry);
  }

  @Bean
  RecentPositions recentPositions() {
    return new RecentPositions();
  }

  @Bean
  Posting posting(
      CommandBus commandBus,
      Streams streams,
      Loans loans,
      StoredRequests storedRequests,
      RecentPositions recentPositions,
      LedgerMetrics metrics,
      LedgerSettings settings) {
    return new Posting(
        commandBus,
        streams,
        loans,
        storedRequests,
        recentPositions,
        metrics,
        settings.waitingCommands());
  }

  @Bean
  AtomicPosting atomicPosting(
      CommandBus commandBus,
      StoredRequests storedRequests,
      RecentPositions recentPositions,
      LedgerMetrics metrics) {
    return new OneCommandPosting(commandBus, storedRequests, recentPositions, metrics);
  }

  @Bean
  Writes writes(Posting posting, BusinessClock clock) {
    return new Writes(posting, clock);
  }

  @Bean
  ProjectionPositions projectionPositions(DatabaseClient queries, LiveEvents events) {
    return new ProjectionPositions(queries, events::hurry);
  }

  @Bean
  Reads reads(ProjectionPositions positions, RecentPositions recent, LedgerSettings settings) {
    return new Reads(positions, recent, settings.readWait());
  }

  @Bean
  LookUps lookUps(
      ProjectionPositions positions, StoredRequests storedRequests, LedgerSettings settings) {
    return new LookUps(positions, storedRequests, settings.readWait());
  }

  @Bean
  EntryOwners entryOwners(JournalQueries journal, LookUps lookUps) {
    return new EntryOwners(journal, lookUps);
  }

  @Bean
  JournalProjection journalProjection(JdbcTemplate jdbc) {
    return new JournalProjection(jdbc);
  }

  @Bean
  BalanceProjection balanceProjection(JdbcTemplate jdbc) {
    return new BalanceProjection(jdbc);
  }

  @Bean
  LoanProjection loanProjection(JdbcTemplate jdbc) {
    return new LoanProjection(jdbc);
  }

  @Bean
  JournalQueries journalQueries(DatabaseClient queries) {
    return new JournalQueries(queries);
  }

  @Bean
  BalanceQueries balanceQueries(DatabaseClient queries) {
    return new BalanceQueries(queries);
  }

  @Bean
  KnownBalances knownBalances(DatabaseClient queries) {
    return new KnownBalances(queries);
  }

  @Bean
  StatementQueries statementQueries(DatabaseClient queries) {
    return new StatementQueries(queries);
  }

  @Bean
  PendingPaymentQueries pendingPaymentQueries(DatabaseClient queries) {
    return new PendingPaymentQueries(queries);
  }

  @Bean
  MovementQueries movementQueries(DatabaseClient queries) {
    return new MovementQueries(queries);
  }

  @Bean
  ProductQueries productQueries(DatabaseClient queries) {
    return new ProductQueries(queries);
  }

  @Bean
  LoanQueries loanQueries(DatabaseClient queries) {
    return new LoanQueries(queries);
  }
}
