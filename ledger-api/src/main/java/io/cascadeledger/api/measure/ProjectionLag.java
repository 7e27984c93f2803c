package io.cascadeledger.api.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

/** How far each projection is behind the events, looked at once a second. */
public final class ProjectionLag implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionLag.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final String SQL =
      """
      SELECT projection.projection, projection.position, head.position AS head,
             coalesce((extract(epoch FROM clock_timestamp() - next.posted_at) * 1000)::bigint, 0)
               AS millis
      FROM projection_position projection
      CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM events) head
      LEFT JOIN events next ON next.position = projection.position + 1
      ORDER BY projection.projection
      """;

  private final JdbcTemplate jdbc;
  private final MeterRegistry registry;
  private final Map<String, Lag> lags = new ConcurrentHashMap<>();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("projection-lag").daemon().factory());
  private volatile long head;
  private volatile long lookedAtNanos = System.nanoTime() - FRESH.toNanos() - 1;

  /**
   * How far one projection is behind.
   *
   * @param projection its name
   * @param position the last event it has seen
   * @param head the last event there is
   * @param millis the age of the first event it has not seen; 0 if it has seen all
   */
  public record Lag(String projection, long position, long head, long millis) {

    /** How many events it has not seen. */
    public long events() {
      return head - position;
    }
  }

  /** Looks at a database, once a second until closed. */
  public ProjectionLag(JdbcTemplate jdbc, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.registry = registry;
    Gauge.builder("ledger.eventstore.position", () -> head)
        .description("The position of the last event there is")
        .register(registry);
    var _ = schedule.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      List<Lag> found =
          jdbc.query(
              SQL,
              (row, _) ->
                  new Lag(
                      row.getString("projection"),
                      row.getLong("position"),
                      row.getLong("head"),
                      Math.max(0, row.getLong("millis"))));
      found.forEach(this::publish);
      head = found.stream().mapToLong(Lag::head).max().orElse(head);
      lookedAtNanos = System.nanoTime();
    } catch (DataAccessException | CannotCreateTransactionException e) {
      LOG.warn("the database does not say how far the projections are: {}", e.toString());
    }
  }

  private void publish(Lag lag) {
    if (lags.put(lag.projection(), lag) == null) {
      gauge("ledger.projection.lag.events", lag.projection(), Lag::events);
      TimeGauge.builder(
              "ledger.projection.lag",
              () -> lags.get(lag.projection()).millis(),
              TimeUnit.MILLISECONDS)
          .tag("projection", lag.projection())
          .description("The age of the first event that the projection has not seen")
          .register(registry);
    }
  }

  private void gauge(String name, String projection, ToLongFunction<Lag> value) {
    Gauge.builder(name, () -> value.applyAsLong(lags.get(projection)))
        .tag("projection", projection)
        .description("Events that the projection has not seen")
        .register(registry);
  }

  /** Whether the database answered lately. */
  public boolean isFresh() {
    return System.nanoTime() - lookedAtNanos < FRESH.toNanos();
  }

  /** The projections as they were last seen, by name. */
  public List<Lag> all() {
    return lags.values().stream().sorted(Comparator.comparing(Lag::projection)).toList();
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
