package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.testing.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The three projections in Axon's processors on a real database, and the queries that read them.
 */
public final class Projections implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(JournalProjection.NAME, BalanceProjection.NAME, LoanProjection.NAME);

  static {
    System.setProperty("axoniq.update-checker.disabled", "true");
  }

  private final MemoryEvents events = new MemoryEvents();
  private final Map<String, Throwable> errors = new ConcurrentHashMap<>();
  private final int batchSize;
  private final TestDatabase database = TestDatabase.create();
  private final HikariDataSource dataSource;
  private final DatabaseClient client;
  private Configuration running;

  private Projections(int batchSize) {
    this.batchSize = batchSize;
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(database.dataSource());
    dataSource = new HikariDataSource(pool);
    client =
        DatabaseClient.create(
            ConnectionFactories.get(
                "r2dbc:pool:postgresql://postgres@localhost:%d/%s?maxSize=4"
                    .formatted(database.port(), database.name())));
  }

  /** Starts them on a new database, with at most so many events in one transaction. */
  public static Projections start(int batchSize) {
    Projections projections = new Projections(batchSize);
    projections.start();
    return projections;
  }

  /** Starts them, after {@link #stop}. */
  public void start() {
    running = configuration();
    running.start();
  }

  /** Stops them. Their rows and tokens stay. */
  public void stop() {
    running.shutdown();
  }

  private Configuration configuration() {
    JdbcTemplate jdbc = jdbc();
    Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    configurer.eventProcessing(
        processing ->
            processing
                .usingPooledStreamingEventProcessors()
                .configureDefaultStreamableMessageSource(_ -> events)
                .registerTokenStore(_ -> tokenStore())
                .registerDefaultTransactionManager(
                    _ -> new SpringTransactionManager(new JdbcTransactionManager(dataSource)))
                .registerDefaultErrorHandler(_ -> this::remember)
                .registerPooledStreamingEventProcessorConfiguration(
                    (_, builder) -> builder.initialSegmentCount(1).batchSize(batchSize))
                .registerEventHandler(_ -> new JournalProjection(jdbc))
                .registerEventHandler(_ -> new BalanceProjection(jdbc))
                .registerEventHandler(_ -> new LoanProjection(jdbc)));
    return configurer.buildConfiguration();
  }

  private void remember(ErrorContext failed) throws Exception {
    errors.put(failed.eventProcessor(), failed.error());
    PropagatingErrorHandler.instance().handleError(failed);
  }

  private TokenStore tokenStore() {
    return JdbcTokenStore.builder()
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .serializer(serializer())
        .schema(
            TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build())
        .build();
  }

  private static Serializer serializer() {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(
            builder ->
                builder.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build()))
        .build();
  }

  /** Empties them and reads all events again; returns when all are read. */
  public void replay() {
    NAMES.forEach(
        name -> {
          PooledStreamingEventProcessor processor = processor(name);
          processor.shutDown();
          processor.resetTokens();
        });
    assertThat(positions().all().map(ProjectionPosition::position).collectList().block())
        .containsOnly(0L);
    NAMES.forEach(name -> processor(name).start());
    catchUp();
  }

  /** Waits until all have read all events. */
  public void catchUp() {
    for (String name : NAMES) {
      assertThat(positions().await(name, events.lastPosition(), Duration.ofSeconds(60)).block())
          .as("position of %s; errors: %s", name, errors)
          .isEqualTo(events.lastPosition());
    }
  }

  /** Waits until one has failed, and says why. */
  public Throwable awaitError(String name) throws InterruptedException {
    for (int tries = 0; tries < 3_000 && !errors.containsKey(name); tries++) {
      Thread.sleep(10);
    }
    assertThat(errors).as("errors").containsKey(name);
    return errors.get(name);
  }

  private PooledStreamingEventProcessor processor(String name) {
    return running
        .eventProcessingConfiguration()
        .eventProcessor(name, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }

  /** Every row of every table that a projection writes, by table, in a fixed order. */
  public Map<String, List<String>> dump() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table :
        List.of(
            "projection_position",
            "journal_loan",
            "journal_entry",
            "journal_batch",
            "journal_line",
            "account_daily_total",
            "loan_daily_total",
            "loan_balance_head",
            "loan",
            "payment")) {
      rows.put(
          table,
          jdbc().queryForList("SELECT t::text FROM " + table + " t ORDER BY 1", String.class));
    }
    return rows;
  }

  /** What they read. */
  public MemoryEvents events() {
    return events;
  }

  /** The database, past the projections. */
  public JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  /** The database, as queries see it. */
  public DatabaseClient client() {
    return client;
  }

  /** The positions, with no memory of earlier ones. */
  public ProjectionPositions positions() {
    return new ProjectionPositions(client);
  }

  /** Queries on the journal. */
  public JournalQueries journal() {
    return new JournalQueries(client);
  }

  /** Queries on balances. */
  public BalanceQueries balances() {
    return new BalanceQueries(client);
  }

  /** Queries on loans. */
  public LoanQueries loans() {
    return new LoanQueries(client);
  }

  @Override
  public void close() {
    running.shutdown();
    dataSource.close();
  }
}
