package io.cascadeledger.api.server;

import io.cascadeledger.eventstore.AggregateCache;
import io.cascadeledger.eventstore.AppendObserver;
import io.cascadeledger.eventstore.EventStorage;
import io.cascadeledger.eventstore.EventWriter;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredRequests;
import io.cascadeledger.eventstore.json.EventSerializer;
import io.cascadeledger.projections.Projection;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Axon, with every part named. Its own defaults would be found in the wrong order here and fall
 * back to parts that forget: an in-memory token store (each restart doubles the projections), no
 * transactions, commits despite checked exceptions.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonWiring {

  private static final String NODE = ManagementFactory.getRuntimeMXBean().getName();

  @Bean
  EventWriter eventWriter(Database database, AppendObserver observer) {
    return new EventWriter(Databases.plain(database.address()), observer);
  }

  @Bean
  EventStorage eventStorage(DataSource dataSource, EventWriter writer) {
    return new EventStorage(dataSource, writer);
  }

  @Bean
  StoredRequests storedRequests(DataSource dataSource, EventStorage storage) {
    return new StoredRequests(dataSource, storage);
  }

  @Bean
  EventStore eventStore(EventStorageEngine storage) {
    return EmbeddedEventStore.builder().storageEngine(storage).build();
  }

  @Bean
  LiveEvents liveEvents(
      DataSource dataSource,
      EventStorage storage,
      EventWriter writer,
      AggregateCache aggregateCache) {
    return new LiveEvents(dataSource, storage, writer, aggregateCache);
  }

  /** For tracking tokens; replays write tokens of several classes, all of them Axon's. */
  @Bean
  @Primary
  @Qualifier("serializer")
  Serializer serializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(
            builder ->
                builder.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build()))
        .build();
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer() {
    return new EventSerializer();
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
    return new SpringTransactionManager(transactionManager);
  }

  @Bean
  TokenStore tokenStore(DataSource dataSource, Database database, Serializer serializer) {
    // A node takes up its own work at once, another's only when its claim has run out. Nobody else
    // can be at work on an embedded database, so a server that was killed comes back as itself.
    String node = database.embedded() == null ? NODE : "embedded";
    return JdbcTokenStore.builder()
        .nodeId(node)
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .serializer(serializer)
        .schema(
            TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build())
        .build();
  }

  /**
   * Commands run on the thread that sends them, which is a virtual one. No database transaction
   * spans a command: the append is the only write. Whatever is thrown rolls back.
   */
  @Bean
  CommandBus commandBus() {
    return SimpleCommandBus.builder()
        .transactionManager(NoTransactionManager.INSTANCE)
        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
        .build();
  }

  /** Handlers are named here; Axon would search all beans for them at each start. */
  @Bean
  static UnneededBeans unneededBeans() {
    return new UnneededBeans("messageHandlerLookup", "springAggregateLookup", "springSagaLookup");
  }

  /**
   * Each projection is one processor with one segment, which starts at the first event of all. A
   * message is a chunk of events, so one of them is a whole batch.
   */
  @Bean
  ConfigurerModule projections(LiveEvents events, List<Projection> projections) {
    return configurer -> {
      projections.forEach(projection -> configurer.registerEventHandler(_ -> projection));
      configurer
          .eventProcessing()
          .usingPooledStreamingEventProcessors()
          .configureDefaultStreamableMessageSource(_ -> events)
          .registerPooledStreamingEventProcessorConfiguration(
              (_, builder) ->
                  builder
                      .initialSegmentCount(1)
                      .batchSize(1)
                      .initialToken(source -> source.createTailToken()))
          .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
          .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
    };
  }
}
