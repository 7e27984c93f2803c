package io.cascadeledger.projections.rebuild;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Reads how far projections are, and their rebuilds. */
public final class RebuildQueries {

  private final DatabaseClient database;

  /** Queries on a database. */
  public RebuildQueries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * A projection.
   *
   * @param name its name
   * @param position of the last event that it has read
   * @param behind how many events it has not read yet
   * @param rebuild its last rebuild; null if there was none
   */
  public record ProjectionStatus(String name, long position, long behind, RebuildStatus rebuild) {}

  /** All projections, by name. Of a rebuild nothing is heard for a minute only if it is no more. */
  public Flux<ProjectionStatus> all() {
    return database
        .sql(
            """
            SELECT p.projection, p.position,
                   greatest(0, (SELECT coalesce(max(position), 0) FROM events) - p.position)
                     AS behind,
                   CASE WHEN r.status = 'running' AND r.updated_at < now() - interval '1 minute'
                        THEN 'broken_off' ELSE r.status END AS status,
                   r.position AS reached, r.target, r.started_at, r.updated_at, r.failure
              FROM projection_position p LEFT JOIN projection_rebuild r USING (projection)
             ORDER BY p.projection
            """)
        .map(RebuildQueries::status)
        .all();
  }

  private static ProjectionStatus status(Readable row) {
    String name = row.get("projection", String.class);
    String status = row.get("status", String.class);
    return new ProjectionStatus(
        name,
        row.get("position", Long.class),
        row.get("behind", Long.class),
        status == null
            ? null
            : new RebuildStatus(
                name,
                status,
                row.get("reached", Long.class),
                row.get("target", Long.class),
                row.get("started_at", Instant.class),
                row.get("updated_at", Instant.class),
                row.get("failure", String.class)));
  }
}
