package io.cascadeledger.eventstore;

import io.cascadeledger.account.DebtorAccount;
import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchHandler;
import io.cascadeledger.claim.Claim;
import io.cascadeledger.loan.Loan;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** A ledger on Axon as the product wires it: one node, over a database that it may share. */
public final class TestLedger implements AutoCloseable {

  static final int EVENTS_PER_SNAPSHOT = 5;

  public final AggregateCache cache = new AggregateCache(10_000);
  final EventWriter writer;
  public final EventStorage storage;
  final StoredRequests requests;
  final AsynchronousCommandBus bus;
  public final Repository<Loan> loans;
  private final EmbeddedEventStore store;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CommandGateway gateway;

  public TestLedger(DataSource dataSource) {
    writer = new EventWriter(dataSource, (_, _, _) -> {});
    storage = new EventStorage(dataSource, writer);
    requests = new StoredRequests(dataSource, storage);
    store = EmbeddedEventStore.builder().storageEngine(storage).build();
    bus =
        AsynchronousCommandBus.builder()
            .executor(threads)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    loans = repository(Loan.class);
    Repository<AccrualBatch> batches = repository(AccrualBatch.class);
    AggregateAnnotationCommandHandler.<Loan>builder()
        .aggregateType(Loan.class)
        .repository(loans)
        .build()
        .subscribe(bus);
    new AnnotationCommandHandlerAdapter<>(new AccrualBatchHandler(batches, loans)).subscribe(bus);
    handle(DebtorAccount.class);
    handle(Claim.class);
    gateway = DefaultCommandGateway.builder().commandBus(bus).build();
  }

  private <T> void handle(Class<T> type) {
    AggregateAnnotationCommandHandler.<T>builder()
        .aggregateType(type)
        .repository(repository(type))
        .build()
        .subscribe(bus);
  }

  private <T> Repository<T> repository(Class<T> type) {
    AggregateSnapshotter snapshotter =
        AggregateSnapshotter.builder()
            .eventStore(store)
            .aggregateFactories(new GenericAggregateFactory<>(type))
            .build();
    return EventSourcingRepository.builder(type)
        .eventStore(store)
        .cache(cache)
        .snapshotTriggerDefinition(new GrowingSnapshotIntervals(snapshotter, EVENTS_PER_SNAPSHOT))
        .build();
  }

  /** Sends a command; what it stored is known when the result is there. */
  CompletableFuture<Append.Stored> send(Object command, RequestKey key) {
    Append append = new Append(key);
    MetaData metadata =
        MetaData.with(EventMetadata.APPEND, append)
            .and(EventMetadata.ACTOR, "client-1")
            .and(EventMetadata.CORRELATION_ID, "c-1")
            .and("internal", "not for the store");
    return gateway
        .<Object>send(new GenericCommandMessage<>(command, metadata))
        .thenApply(_ -> append.stored());
  }

  /** Sends a command with metadata of its own, and waits for its end. */
  void send(CommandMessage<?> command) {
    gateway.<Object>send(command).join();
  }

  /** Sends a command without a key and waits for what it stored. */
  Append.Stored post(Object command) {
    return send(command, null).join();
  }

  @Override
  public void close() {
    writer.close();
    store.shutDown();
    threads.close();
  }
}
