package io.cascadeledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cascadeledger.projections.balance.BalanceProjection;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.bank.BankQueries;
import io.cascadeledger.projections.control.ControlQueries;
import io.cascadeledger.projections.debtor.DebtorProjection;
import io.cascadeledger.projections.journal.JournalExportQueries;
import io.cascadeledger.projections.journal.JournalProjection;
import io.cascadeledger.projections.journal.JournalQueries;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import io.cascadeledger.projections.loan.LoanProjection;
import io.cascadeledger.projections.loan.LoanQueries;
import io.cascadeledger.projections.loan.MovementQueries;
import io.cascadeledger.projections.loan.PendingPaymentQueries;
import io.cascadeledger.projections.product.ProductQueries;
import io.cascadeledger.projections.statement.StatementQueries;
import io.cascadeledger.testing.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** The projections in Axon's processors on a real database, and the queries that read them. */
public final class Projections implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(
          JournalProjection.NAME,
          BalanceProjection.NAME,
          LoanProjection.NAME,
          DebtorProjection.NAME);

  private static final String TABLES =
      """
      SELECT tablename FROM pg_tables
       WHERE schemaname = 'public'
         AND tablename NOT IN ('events', 'snapshots', 'token_entry', 'flyway_schema_history',
                               'data_subject_key', 'projection_rebuild', 'checkpoint',
                               'checkpoint_key', 'sealed_log', 'sealed_tile')
      """;

  static {
    System.setProperty("axoniq.update-checker.disabled", "true");
  }

  private final MemoryEvents events;
  private final Map<String, Throwable> errors = new ConcurrentHashMap<>();
  private final TestDatabase database = TestDatabase.create();
  private final HikariDataSource dataSource;
  private final ConnectionPool connections;
  private final DatabaseClient client;
  private Configuration running;

  private Projections(int chunkSize) {
    events = new MemoryEvents(chunkSize);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(database.dataSource());
    dataSource = new HikariDataSource(pool);
    connections =
        (ConnectionPool)
            ConnectionFactories.get(
                "r2dbc:pool:postgresql://postgres@localhost:%d/%s?maxSize=4"
                    .formatted(database.port(), database.name()));
    client = DatabaseClient.create(connections);
  }

  /** Starts them on a new database, with at most so many events in one chunk. */
  public static Projections start(int chunkSize) {
    Projections projections = new Projections(chunkSize);
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
                .registerTokenStore(_ -> Tokens.store(dataSource))
                .registerDefaultTransactionManager(_ -> transactions())
                .registerDefaultErrorHandler(_ -> this::remember)
                .registerPooledStreamingEventProcessorConfiguration(
                    (_, builder) -> builder.initialSegmentCount(1).batchSize(1))
                .registerEventHandler(_ -> new JournalProjection(jdbc))
                .registerEventHandler(_ -> new BalanceProjection(jdbc))
                .registerEventHandler(_ -> new LoanProjection(jdbc))
                .registerEventHandler(_ -> new DebtorProjection(jdbc)));
    return configurer.buildConfiguration();
  }

  private void remember(ErrorContext failed) throws Exception {
    errors.put(failed.eventProcessor(), failed.error());
    PropagatingErrorHandler.instance().handleError(failed);
  }

  /** Gives all events to a projection as one chunk, in place of its processor. */
  public void readInOneChunk(Projection projection) {
    AnnotationEventHandlerAdapter handler = new AnnotationEventHandlerAdapter(projection);
    UnitOfWork<TrackedEventMessage<?>> chunk =
        new BatchingUnitOfWork<>(MemoryEvents.message(events.recorded()));
    chunk.attachTransaction(transactions());
    ResultMessage<Object> result =
        chunk.executeWithResult(() -> handler.handle(chunk.getMessage()));
    if (result.isExceptional()) {
      throw (RuntimeException) result.exceptionResult();
    }
  }

  private TransactionManager transactions() {
    return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
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
    for (String table : jdbc().queryForList(TABLES, String.class)) {
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

  /** The positions, with no memory of earlier ones. */
  public ProjectionPositions positions() {
    return new ProjectionPositions(client, _ -> {});
  }

  /** Queries on the journal. */
  public JournalQueries journal() {
    return new JournalQueries(client);
  }

  /** Queries on manual entries. */
  public ManualEntryQueries manualEntries() {
    return new ManualEntryQueries(client);
  }

  /** Queries on what banks say. */
  public BankQueries bank() {
    return new BankQueries(client);
  }

  /** The database that answers queries. */
  public DatabaseClient client() {
    return client;
  }

  /** Queries on whether the books are sound. */
  public ControlQueries control() {
    return new ControlQueries(client);
  }

  /** Queries on charts. */
  public ChartQueries charts() {
    return new ChartQueries(client);
  }

  /** Queries on balances. */
  public BalanceQueries balances() {
    return new BalanceQueries(client);
  }

  /** Queries on balances as they were known. */
  public KnownBalances known() {
    return new KnownBalances(client);
  }

  /** Queries on statements. */
  public StatementQueries statements() {
    return new StatementQueries(client);
  }

  /** Queries on movements. */
  public MovementQueries movements() {
    return new MovementQueries(client);
  }

  /** Reads the whole journal. */
  public JournalExportQueries exports() {
    return new JournalExportQueries(client);
  }

  /** Reads payments that are or were pending. */
  public PendingPaymentQueries pending() {
    return new PendingPaymentQueries(client);
  }

  /** Reads products. */
  public ProductQueries products() {
    return new ProductQueries(client);
  }

  /** Queries on loans. */
  public LoanQueries loans() {
    return new LoanQueries(client);
  }

  @Override
  public void close() {
    running.shutdown();
    connections.dispose();
    dataSource.close();
  }
}
