package io.cascadeledger.projections.rebuild;

import io.cascadeledger.eventstore.RecordedEvent;
import io.cascadeledger.projections.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes a projection anew while servers go on with the one that serves: the same code writes the
 * events into tables of another schema. When they have caught up, they take the place of the others
 * in one transaction, which holds the row that every processor of the projection writes first. So
 * the processors need not know: they wait for a moment, and go on with the new tables from the same
 * position.
 */
public final class ProjectionRebuild {

  /** What is left to read while the processors wait. */
  private static final long NEARLY = 500;

  /**
   * How long readers may have to wait for the exchange, which waits for readers: after this it
   * gives way and tries again.
   */
  private static final String GIVE_WAY = "200ms";

  private static final long PAUSE_MILLIS = 300;
  private static final int ATTEMPTS = 1_000;

  /** The states of {@code lock_not_available} and {@code deadlock_detected}. */
  private static final Set<String> IN_USE = Set.of("55P03", "40P01");

  private final DataSource dataSource;
  private final RecordedEvents events;
  private final Function<JdbcTemplate, Projection> projection;
  private final Progress progress;

  /** Is told how far a rebuild is. */
  @FunctionalInterface
  public interface Progress {

    /** So many of so many events have been read. */
    void reached(long position, long target);
  }

  /**
   * A rebuild.
   *
   * @param projection makes the projection on a connection
   */
  public ProjectionRebuild(
      DataSource dataSource, Function<JdbcTemplate, Projection> projection, Progress progress) {
    this.dataSource = dataSource;
    this.events = new RecordedEvents(dataSource);
    this.projection = projection;
    this.progress = progress;
  }

  /**
   * Rebuilds, and returns when the new tables serve.
   *
   * @return the position of the last event that they had at that moment
   * @throws IllegalStateException if an event cannot be read, or a rebuild is under way already
   * @throws RuntimeException if the projection fails; the old tables go on serving
   */
  public long run() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Connection spoken = dataSource.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      JdbcTemplate jdbc = on(connection);
      Projection made = projection.apply(jdbc);
      RebuildTable table = new RebuildTable(on(spoken), made.name());
      requireAlone(jdbc, made.name());
      Shadow shadow = new Shadow(connection, jdbc, made, table);
      table.begin(shadow.served());
      try {
        long reached = shadow.rebuild();
        table.completed();
        return reached;
      } catch (SQLException | RuntimeException e) {
        shadow.giveUp();
        table.failed(e);
        throw e;
      } finally {
        connection.setAutoCommit(true);
        jdbc.execute("RESET search_path");
        jdbc.execute("RESET synchronous_commit");
        jdbc.execute("SELECT pg_advisory_unlock_all()");
      }
    }
  }

  private static JdbcTemplate on(Connection connection) {
    return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  /** The lock goes with the connection, so that one that was broken off does not keep it. */
  private static void requireAlone(JdbcTemplate jdbc, String name) {
    Boolean alone =
        jdbc.queryForObject(
            "SELECT pg_try_advisory_lock(hashtext('projection_rebuild'), hashtext(?))",
            Boolean.class,
            name);
    if (!Boolean.TRUE.equals(alone)) {
      throw new IllegalStateException("the projection " + name + " is being rebuilt already");
    }
  }

  /** The new tables on their way. */
  private final class Shadow {

    private final Connection connection;
    private final JdbcTemplate jdbc;
    private final Projection made;
    private final RebuildTable table;
    private final ShadowTables tables;
    private final String schema;
    private long reached;

    private Shadow(Connection connection, JdbcTemplate jdbc, Projection made, RebuildTable table) {
      this.connection = connection;
      this.jdbc = jdbc;
      this.made = made;
      this.table = table;
      this.schema = "rebuild_" + made.name();
      this.tables = new ShadowTables(jdbc, schema, made.tables());
    }

    private long served() {
      return jdbc.queryForObject(
          "SELECT position FROM public.projection_position WHERE projection = ?",
          Long.class,
          made.name());
    }

    private long rebuild() throws SQLException {
      connection.setAutoCommit(false);
      tables.create();
      connection.commit();
      jdbc.execute("SET search_path = %s, public".formatted(schema));
      jdbc.execute("SET synchronous_commit = off");
      connection.commit();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        catchUp();
        tables.analyze();
        connection.commit();
        if (exchange()) {
          return reached;
        }
        table.reached(reached, served());
        connection.commit();
        pause();
      }
      throw new IllegalStateException(
          "readers kept the tables of %s in use all the time".formatted(made.name()));
    }

    /** Reads until there is little left. */
    private void catchUp() throws SQLException {
      for (long target = served(); reached + NEARLY < target; target = served()) {
        take(target);
        connection.commit();
        table.reached(reached, target);
        progress.reached(reached, target);
      }
    }

    /** Reads some of the next events. */
    private void take(long target) {
      List<RecordedEvent> recorded = events.after(reached, target);
      made.rebuild(recorded);
      reached = recorded.getLast().position();
    }

    /** Whether the new tables serve now; else somebody reads the old ones. */
    private boolean exchange() throws SQLException {
      long before = reached;
      try {
        jdbc.execute("SET LOCAL lock_timeout = '" + GIVE_WAY + "'");
        jdbc.execute("SET LOCAL synchronous_commit = on");
        Long served =
            jdbc.queryForObject(
                "SELECT position FROM public.projection_position WHERE projection = ? FOR NO KEY UPDATE",
                Long.class,
                made.name());
        while (reached < served) {
          take(served);
        }
        tables.swap();
        connection.commit();
      } catch (RuntimeException e) {
        if (!isInUse(e)) {
          throw e;
        }
        connection.rollback();
        reached = before;
        return false;
      }
      table.reached(reached, reached);
      progress.reached(reached, reached);
      return true;
    }

    private static void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }

    private void giveUp() throws SQLException {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        tables.drop();
        connection.commit();
      }
    }
  }

  /** Whether a lock was not to be had, or two waited for each other. */
  private static boolean isInUse(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && IN_USE.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
