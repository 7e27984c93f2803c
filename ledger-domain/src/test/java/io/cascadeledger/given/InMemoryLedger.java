package io.cascadeledger.given;

import io.cascadeledger.accrual.AccrualBatch;
import io.cascadeledger.accrual.AccrualBatchHandler;
import io.cascadeledger.bank.BankStatement;
import io.cascadeledger.bank.BankStatementHandler;
import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.journal.chart.ChartHandler;
import io.cascadeledger.journal.chart.TenantChart;
import io.cascadeledger.journal.manual.ManualEntry;
import io.cascadeledger.journal.manual.ManualEntryHandler;
import io.cascadeledger.journal.period.AccountingPeriods;
import io.cascadeledger.journal.period.AccountingPeriodsHandler;
import io.cascadeledger.journal.settings.BooksSettings;
import io.cascadeledger.journal.settings.BooksSettingsHandler;
import io.cascadeledger.loan.Loan;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.product.LoanProduct;
import io.cascadeledger.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/** The domain behind a real command bus and real repositories, on events kept in memory. */
public final class InMemoryLedger {
  // Looked up once: reflection costs more than all else that a test does with a ledger.
  private static final ParameterResolverFactory PARAMETERS =
      ClasspathParameterResolverFactory.forClass(Loan.class);
  private static final AggregateModel<Loan> LOAN_MODEL =
      AnnotatedAggregateMetaModelFactory.inspectAggregate(Loan.class, PARAMETERS);
  private static final AggregateModel<AccrualBatch> BATCH_MODEL =
      AnnotatedAggregateMetaModelFactory.inspectAggregate(AccrualBatch.class, PARAMETERS);

  private final EventStorageEngine events = new InMemoryEventStorageEngine();
  private final CommandBus commands = SimpleCommandBus.builder().build();
  private final Map<String, Long> seeded = new HashMap<>();

  public InMemoryLedger() {
    this(UnaryOperator.identity());
  }

  /** A ledger whose batches see the loans' repository through a decoration. */
  public InMemoryLedger(UnaryOperator<Repository<Loan>> decoration) {
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(events).build();
    EventSourcingRepository<Loan> loans =
        EventSourcingRepository.builder(Loan.class)
            .aggregateModel(LOAN_MODEL)
            .eventStore(store)
            .build();
    EventSourcingRepository<AccrualBatch> batches =
        EventSourcingRepository.builder(AccrualBatch.class)
            .aggregateModel(BATCH_MODEL)
            .eventStore(store)
            .build();
    EventSourcingRepository<LoanProduct> products =
        EventSourcingRepository.builder(LoanProduct.class).eventStore(store).build();
    AggregateAnnotationCommandHandler.<Loan>builder()
        .aggregateType(Loan.class)
        .aggregateModel(LOAN_MODEL)
        .parameterResolverFactory(PARAMETERS)
        .commandTargetResolver(InMemoryLedger::target)
        .repository(loans)
        .build()
        .subscribe(commands);
    AggregateAnnotationCommandHandler.<LoanProduct>builder()
        .aggregateType(LoanProduct.class)
        .repository(products)
        .build()
        .subscribe(commands);
    new AnnotationCommandHandlerAdapter<>(
            new AccrualBatchHandler(batches, decoration.apply(loans)), PARAMETERS)
        .subscribe(commands);
    books(store)
        .forEach(
            handler ->
                new AnnotationCommandHandlerAdapter<>(handler, PARAMETERS).subscribe(commands));
  }

  private static List<?> books(EventStore store) {
    Repository<TenantChart> charts = repository(TenantChart.class, store);
    Repository<BooksSettings> settings = repository(BooksSettings.class, store);
    return List.of(
        new ChartHandler(charts),
        new BooksSettingsHandler(settings),
        new AccountingPeriodsHandler(repository(AccountingPeriods.class, store), settings),
        new BankStatementHandler(repository(BankStatement.class, store)),
        new ManualEntryHandler(repository(ManualEntry.class, store), charts, settings));
  }

  private static <T> Repository<T> repository(Class<T> type, EventStore store) {
    return EventSourcingRepository.builder(type).eventStore(store).build();
  }

  /** Stores events as they are, whether or not the domain would have allowed them. */
  public InMemoryLedger given(LoanEvent... facts) {
    for (LoanEvent fact : facts) {
      String stream = fact.loan().toString();
      long sequence = seeded.merge(stream, 1L, Math::addExact) - 1;
      events.appendEvents(
          new GenericDomainEventMessage<>(LoanId.STREAM_TYPE, stream, sequence, fact));
    }
    return this;
  }

  /**
   * Sends commands, each of which the domain must accept.
   *
   * @throws Refused if it does not
   */
  public InMemoryLedger accept(Object... accepted) {
    for (Object command : accepted) {
      FutureCallback<Object, Object> answer = new FutureCallback<>();
      commands.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
      Optional<Throwable> failure = answer.getResult().optionalExceptionResult();
      if (failure.isPresent()) {
        throw unchecked(failure.get());
      }
    }
    return this;
  }

  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(
        (Object) ((LoanCommand) command.getPayload()).streamId(), null);
  }

  private static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }

  /** Sends a command and returns why it was refused, or empty if it was accepted. */
  public Optional<Refused> send(Object command) {
    try {
      accept(command);
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused);
    }
  }

  /** All events in the order in which they were stored. */
  public List<LedgerEvent> events() {
    return eventsFrom(0);
  }

  /** The events from a position on, which is counted from 0. */
  public List<LedgerEvent> eventsFrom(int position) {
    return events
        .readEvents(new GlobalSequenceTrackingToken(position - 1), false)
        .map(event -> (LedgerEvent) event.getPayload())
        .toList();
  }

  /** What a loan remembers; replayed from its events. */
  public LoanState state(LoanId loan) {
    LoanState state = new LoanState();
    events
        .readEvents(loan.toString())
        .asStream()
        .forEach(event -> state.evolve((LoanEvent) event.getPayload()));
    return state;
  }
}
