package io.cascadeledger.projections.rebuild;

import org.springframework.jdbc.core.JdbcTemplate;

/** Where others read how far a rebuild is. */
final class RebuildTable {

  private final JdbcTemplate jdbc;
  private final String projection;

  /**
   * The row of a projection.
   *
   * @param jdbc over a connection of its own: what it writes is seen at once, and stays
   */
  RebuildTable(JdbcTemplate jdbc, String projection) {
    this.jdbc = jdbc;
    this.projection = projection;
  }

  void begin(long target) {
    jdbc.update(
        """
        INSERT INTO projection_rebuild
            (projection, status, position, target, started_at, updated_at)
        VALUES (?, 'running', 0, ?, now(), now())
        ON CONFLICT (projection) DO UPDATE
          SET status = 'running', position = 0, target = excluded.target,
              started_at = now(), updated_at = now(), failure = NULL
        """,
        projection,
        target);
  }

  void reached(long position, long target) {
    jdbc.update(
        """
        UPDATE projection_rebuild SET position = ?, target = ?, updated_at = now()
         WHERE projection = ?
        """,
        position,
        target,
        projection);
  }

  void completed() {
    jdbc.update(
        "UPDATE projection_rebuild SET status = 'completed', updated_at = now()"
            + " WHERE projection = ?",
        projection);
  }

  void failed(Exception failure) {
    jdbc.update(
        """
        UPDATE projection_rebuild SET status = 'failed', failure = ?, updated_at = now()
         WHERE projection = ?
        """,
        String.valueOf(failure.getMessage()),
        projection);
  }
}
