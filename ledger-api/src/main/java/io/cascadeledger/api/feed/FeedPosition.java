package io.cascadeledger.api.feed;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to which event a feed has come, as all nodes know it, and which of them feeds. The time is the
 * database's, so that it does not matter whether the clocks of nodes agree. All methods block.
 */
final class FeedPosition {

  private static final String STANDING =
      """
      WITH held AS (
        UPDATE event_feed
           SET owner = :node,
               leased_until = clock_timestamp() + :lease * INTERVAL '1 millisecond'
         WHERE feed = :feed
           AND (owner IS NULL OR owner = :node OR leased_until <= clock_timestamp())
        RETURNING position)
      SELECT position, true AS own FROM held
      UNION ALL
      SELECT position, false FROM event_feed
       WHERE feed = :feed AND NOT EXISTS (SELECT FROM held)
      """;

  private final JdbcClient database;
  private final String feed;
  private final KafkaSettings.Start from;
  private final long leaseMillis;
  private final UUID node = UUID.randomUUID();

  /**
   * The position of a feed.
   *
   * @param feed the feed's name
   * @param from where it begins if it is new
   * @param lease for how long a node that says nothing more keeps others from feeding
   */
  FeedPosition(DataSource dataSource, String feed, KafkaSettings.Start from, Duration lease) {
    this.database = JdbcClient.create(dataSource);
    this.feed = feed;
    this.from = from;
    this.leaseMillis = lease.toMillis();
  }

  /**
   * Where a feed stands.
   *
   * @param position events up to this one were acknowledged
   * @param own whether it is this node that feeds
   */
  record Standing(long position, boolean own) {}

  /** Where the feed stands; it is this node's from now on, unless another one has it. */
  Standing hold() {
    return database
        .sql(STANDING)
        .param("node", node)
        .param("lease", leaseMillis)
        .param("feed", feed)
        .query((row, _) -> new Standing(row.getLong(1), row.getBoolean(2)))
        .optional()
        .orElseGet(this::begin);
  }

  private Standing begin() {
    long position =
        from == KafkaSettings.Start.BEGINNING
            ? 0
            : database
                .sql("SELECT coalesce(max(position), 0) FROM events")
                .query(Long.class)
                .single();
    database
        .sql("INSERT INTO event_feed (feed, position) VALUES (?, ?) ON CONFLICT (feed) DO NOTHING")
        .param(feed)
        .param(position)
        .update();
    return new Standing(position, false); // whose it is, the next look says
  }

  /**
   * Says that events were acknowledged.
   *
   * @param from the position before
   * @param to the position now
   * @return whether this node feeds; if not, another one has gone on from where it was
   */
  boolean advance(long from, long to) {
    return database
            .sql(
                """
                UPDATE event_feed
                   SET position = :to,
                       leased_until = clock_timestamp() + :lease * INTERVAL '1 millisecond'
                 WHERE feed = :feed AND owner = :node AND position = :from
                """)
            .param("to", to)
            .param("lease", leaseMillis)
            .param("feed", feed)
            .param("node", node)
            .param("from", from)
            .update()
        == 1;
  }

  /** Lets another node feed. */
  void release() {
    database
        .sql(
            """
            UPDATE event_feed SET owner = NULL, leased_until = NULL WHERE feed = ? AND owner = ?
            """)
        .param(feed)
        .param(node)
        .update();
  }
}
