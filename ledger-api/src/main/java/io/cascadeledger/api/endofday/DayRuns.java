package io.cascadeledger.api.endofday;

import io.cascadeledger.api.endofday.DayProgress.FailedLoan;
import io.cascadeledger.api.endofday.DayProgress.Status;
import io.cascadeledger.api.json.ApiJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The runs of ends of business days, as all nodes know them. A run has one holder, which gives a
 * sign of life now and then; one that has gone quiet has broken off, and whoever is asked next
 * takes it up where it stood. All methods block.
 */
final class DayRuns {

  /** A run whose holder has been quiet for longer has broken off. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String QUIET =
      "status = 'running' AND alive_at < now() - interval '%d seconds'"
          .formatted(PATIENCE.toSeconds());

  private static final String RUN =
      "tenant = :tenant AND business_date = :day AND run = :run AND holder = :holder"
          + " AND status = 'running'";

  private final JdbcClient database;

  DayRuns(JdbcClient database) {
    this.database = database;
  }

  /**
   * Takes up the last run for a day if it has not gone through, or begins another.
   *
   * @return empty if somebody is at it
   */
  Optional<DayRun> take(String tenant, LocalDate day, String askedBy) {
    UUID holder = UUID.randomUUID();
    return takeUp(tenant, day, askedBy, holder).or(() -> begin(tenant, day, askedBy, holder));
  }

  private Optional<DayRun> takeUp(String tenant, LocalDate day, String askedBy, UUID holder) {
    return asking(
            """
            UPDATE business_day_run
               SET status = 'running', holder = :holder, asked_by = :asked_by, alive_at = now(),
                   ended_at = NULL
             WHERE tenant = :tenant AND business_date = :day
               AND run = (SELECT max(run) FROM business_day_run
                           WHERE tenant = :tenant AND business_date = :day)
               AND (status IN ('failed', 'broken_off') OR %s)
            RETURNING *
            """
                .formatted(QUIET),
            tenant,
            day,
            askedBy,
            holder)
        .query((row, _) -> held(row))
        .optional();
  }

  private Optional<DayRun> begin(String tenant, LocalDate day, String askedBy, UUID holder) {
    return asking(
            """
            INSERT INTO business_day_run (tenant, business_date, run, status, holder, asked_by)
            SELECT :tenant, :day, COALESCE(max(run), 0) + 1, 'running', :holder, :asked_by
              FROM business_day_run
             WHERE tenant = :tenant AND business_date = :day
            ON CONFLICT DO NOTHING
            RETURNING *
            """,
            tenant,
            day,
            askedBy,
            holder)
        .query((row, _) -> held(row))
        .optional();
  }

  private StatementSpec asking(
      String sql, String tenant, LocalDate day, String askedBy, UUID holder) {
    return of(sql, tenant, day).param("asked_by", askedBy).param("holder", holder);
  }

  private StatementSpec of(String sql, String tenant, LocalDate day) {
    return database.sql(sql).param("tenant", tenant).param("day", day);
  }

  private StatementSpec of(String sql, DayRun.Id run) {
    return of(sql, run.tenant(), run.day())
        .param("run", run.number())
        .param("holder", run.holder());
  }

  /**
   * Says how far a run has come.
   *
   * @return false if somebody else has taken it up
   */
  boolean save(DayRun run) {
    return save(run, Status.RUNNING);
  }

  /**
   * Ends a run, unless somebody else has taken it up.
   *
   * @return false if somebody else has taken it up
   */
  boolean end(DayRun run, Status outcome) {
    return save(run, outcome);
  }

  private boolean save(DayRun run, Status status) {
    DayRun.Reached reached = run.reached();
    return of(
                """
                UPDATE business_day_run
                   SET status = :status, alive_at = now(),
                       ended_at = CASE WHEN :status = 'running' THEN NULL ELSE now() END,
                       loans = :loans, loans_closed = :closed, loans_refused = :refused,
                       events = :events, reached = :reached, failed_loans = :failed::jsonb
                 WHERE %s
                """
                    .formatted(RUN),
                run.id())
            .param("status", word(status))
            .param("loans", reached.loans())
            .param("closed", reached.closed())
            .param("refused", reached.refused())
            .param("events", reached.events())
            .param("reached", reached.last(), Types.OTHER)
            .param("failed", ApiJson.MAPPER.writeValueAsString(reached.failedLoans()))
            .update()
        == 1;
  }

  /**
   * Gives a sign of life.
   *
   * @return false if somebody else has taken the run up, or it has ended
   */
  boolean beat(DayRun run) {
    return of("UPDATE business_day_run SET alive_at = now() WHERE " + RUN, run.id()).update() == 1;
  }

  /** How far the last run for a day is; empty if there was none. */
  Optional<DayProgress> last(String tenant, LocalDate day) {
    return between(tenant, day, day).stream().findFirst();
  }

  /** How far the last run for each day is, by date; days without a run are left out. */
  List<DayProgress> between(String tenant, LocalDate from, LocalDate to) {
    return database
        .sql(
            """
            SELECT DISTINCT ON (business_date) *, %s AS quiet,
                   min(ended_at) FILTER (WHERE status = 'completed')
                     OVER (PARTITION BY business_date) AS closed_at
              FROM business_day_run
             WHERE tenant = :tenant AND business_date BETWEEN :from AND :to
             ORDER BY business_date, run DESC
            """
                .formatted(QUIET))
        .param("tenant", tenant)
        .param("from", from)
        .param("to", to)
        .query((row, _) -> progress(row))
        .list();
  }

  private static DayRun held(ResultSet row) throws SQLException {
    return new DayRun(
        new DayRun.Id(
            row.getString("tenant"),
            row.getObject("business_date", LocalDate.class),
            row.getInt("run"),
            row.getObject("holder", UUID.class)),
        reached(row));
  }

  private static DayRun.Reached reached(ResultSet row) throws SQLException {
    return new DayRun.Reached(
        row.getLong("loans"),
        row.getLong("loans_closed"),
        row.getLong("loans_refused"),
        row.getLong("events"),
        row.getObject("reached", UUID.class),
        List.of(ApiJson.MAPPER.readValue(row.getString("failed_loans"), FailedLoan[].class)));
  }

  private static DayProgress progress(ResultSet row) throws SQLException {
    DayRun.Reached reached = reached(row);
    return new DayProgress(
        row.getObject("business_date", LocalDate.class),
        row.getBoolean("quiet") ? word(Status.BROKEN_OFF) : row.getString("status"),
        reached.loans(),
        reached.closed(),
        reached.refused(),
        reached.events(),
        reached.failedLoans(),
        row.getString("asked_by"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        instant(row, "closed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
