package io.cascadeledger.api.server;

import io.cascadeledger.account.DebtorAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchHandler;
import io.cascadeledger.api.posting.Loans;
import io.cascadeledger.api.posting.Products;
import io.cascadeledger.api.posting.StreamType;
import io.cascadeledger.api.posting.Streams;
import io.cascadeledger.claim.Claim;
import io.cascadeledger.claim.command.ChangeClaim;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.eventstore.GrowingSnapshotIntervals;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.product.LoanProduct;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;

/**
 * The types of streams that handle commands, and how their aggregates are kept in memory and
 * snapshotted. Whoever adds a type adds it to the repositories, the snapshots and the streams.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StreamWiring {

  /** A stream is first snapshotted when it has so many events. */
  private static final int EVENTS_PER_SNAPSHOT = 500;

  @Bean
  Snapshotter snapshotter(EventStore eventStore, TransactionManager transactionManager) {
    return AggregateSnapshotter.builder()
        .eventStore(eventStore)
        .transactionManager(transactionManager)
        .executor(
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory()))
        .aggregateFactories(
            new GenericAggregateFactory<>(Loan.class),
            new GenericAggregateFactory<>(DebtorAccount.class),
            new GenericAggregateFactory<>(Claim.class),
            new GenericAggregateFactory<>(AccrualBatch.class),
            new GenericAggregateFactory<>(LoanProduct.class))
        .build();
  }

  @Bean
  AggregateCache aggregateCache(LedgerSettings settings) {
    return new AggregateCache(settings.cachedEvents());
  }

  @Bean
  Loans loans(Configuration axon, AggregateCache aggregateCache) {
    return new Loans(axon.repository(Loan.class), aggregateCache);
  }

  @Bean
  Products products(EventStorage storage) {
    return new Products(storage);
  }

  @Bean
  Streams streams(Configuration axon, AggregateCache aggregateCache, EventStorage storage) {
    return new Streams(
        List.of(
            new StreamType<>(
                LoanId.STREAM_TYPE,
                axon.repository(Loan.class),
                command -> new Loan((OpenLoan) command)),
            new StreamType<>(
                AccountId.STREAM_TYPE,
                axon.repository(DebtorAccount.class),
                command -> new DebtorAccount((OpenAccount) command)),
            new StreamType<>(
                ClaimId.STREAM_TYPE,
                axon.repository(Claim.class),
                command -> new Claim((ChangeClaim) command))),
        aggregateCache,
        storage);
  }

  @Bean
  ConfigurerModule aggregates(AggregateCache aggregateCache, Snapshotter snapshotter) {
    SnapshotTriggerDefinition intervals =
        new GrowingSnapshotIntervals(snapshotter, EVENTS_PER_SNAPSHOT);
    return configurer ->
        configurer
            .configureAggregate(kept(Loan.class, aggregateCache, intervals))
            .configureAggregate(kept(DebtorAccount.class, aggregateCache, intervals))
            .configureAggregate(kept(Claim.class, aggregateCache, intervals))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(AccrualBatch.class))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(LoanProduct.class))
            .registerCommandHandler(StreamWiring::accrualBatches);
  }

  private static <T> AggregateConfigurer<T> kept(
      Class<T> type, AggregateCache cache, SnapshotTriggerDefinition intervals) {
    return AggregateConfigurer.defaultConfiguration(type)
        .configureCache(_ -> cache)
        .configureSnapshotTrigger(_ -> intervals)
        .configureCommandTargetResolver(_ -> new StreamCommandTarget());
  }

  private static AccrualBatchHandler accrualBatches(Configuration configuration) {
    return new AccrualBatchHandler(
        configuration.repository(AccrualBatch.class), configuration.repository(Loan.class));
  }
}
