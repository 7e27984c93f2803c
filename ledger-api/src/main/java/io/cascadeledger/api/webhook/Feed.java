package io.cascadeledger.api.webhook;

import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.limits.Limits;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes messages of events. What becomes a message and up to which event that has been done are
 * stored together, so that no event is left out and none becomes two. Subscriptions that stand at
 * the same event, as all do that have caught up, have the events read once for all of them.
 */
final class Feed {

  /** What a look at the subscriptions has come to. */
  enum Progress {
    /** Every event has become what messages it becomes. */
    DONE,
    /** Messages were made, and more events may be waiting. */
    ADVANCED,
    /** Too many messages wait already, or another node is at it. */
    HELD_UP
  }

  /** How many positions one transaction looks at. */
  private static final int POSITIONS = 5_000;

  /** It stops to count where enough wait. */
  private static final String BEHIND =
      """
      SELECT webhook_subscription_id, position,
             EXISTS (SELECT FROM webhook_message m
                      WHERE m.webhook_subscription_id = s.webhook_subscription_id
                        AND m.dead_at IS NULL
                     OFFSET :most) AS full
        FROM webhook_subscription s
       WHERE position < (SELECT coalesce(max(position), 0) FROM events)
      """;

  private static final String INSERT =
      """
      INSERT INTO webhook_message (webhook_subscription_id, type, position, event_id, stream_type,
        stream_id, next_attempt_at)
      SELECT s.webhook_subscription_id, kind.type, e.position, e.event_id, e.stream_type,
             e.stream_id, :now::timestamptz
        FROM events e
        JOIN webhook_subscription s
          ON s.tenant = e.tenant AND s.webhook_subscription_id = ANY (:ids::uuid[])
        JOIN LATERAL (
               SELECT :entries::text AS type
                WHERE :entries = ANY (s.event_types) AND e.event_name = ANY (:booked::text[])
               UNION ALL
               SELECT e.event_name WHERE e.event_name = ANY (s.event_types)) kind ON true
       WHERE e.position > :after AND e.position <= :last
       ORDER BY e.position
      """;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String[] booked =
      EventTypes.events().stream()
          .filter(event -> BookedEvent.class.isAssignableFrom(event.type()))
          .map(EventTypes.EventType::name)
          .toArray(String[]::new);

  private record Behind(String id, long position, boolean full) {}

  Feed(DataSource dataSource, Clock clock) {
    this.database = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
  }

  /** Makes messages of some of the events that have none yet, unless too many wait already. */
  Progress advance() {
    List<Behind> behind =
        database
            .sql(BEHIND)
            .param("most", Limits.WEBHOOK_MESSAGES_WAITING - 1)
            .query((row, _) -> new Behind(row.getString(1), row.getLong(2), row.getBoolean(3)))
            .list();
    if (behind.isEmpty()) {
      return Progress.DONE;
    }
    Map<Long, List<Behind>> together =
        behind.stream()
            .filter(it -> !it.full())
            .collect(Collectors.groupingBy(Behind::position, TreeMap::new, Collectors.toList()));
    boolean advanced = false;
    for (Map.Entry<Long, List<Behind>> some : together.entrySet()) {
      String[] ids = some.getValue().stream().map(Behind::id).toArray(String[]::new);
      advanced |= transactions.execute(_ -> advance(ids, some.getKey()));
    }
    return advanced ? Progress.ADVANCED : Progress.HELD_UP;
  }

  /**
   * Makes messages for subscriptions that stand at the same event.
   *
   * @return whether one of them still stood there
   */
  private boolean advance(String[] subscriptions, long after) {
    String[] ids =
        database
            .sql(
                """
                SELECT webhook_subscription_id FROM webhook_subscription
                 WHERE webhook_subscription_id = ANY (:ids::uuid[]) AND position = :after
                 ORDER BY webhook_subscription_id
                   FOR NO KEY UPDATE
                """)
            .param("ids", subscriptions)
            .param("after", after)
            .query((row, _) -> row.getString(1))
            .list()
            .toArray(String[]::new);
    if (ids.length == 0) {
      return false; // another node has done it
    }
    long last =
        database
            .sql("SELECT least(max(position), :end) FROM events")
            .param("end", after + POSITIONS)
            .query(Long.class)
            .single();
    database
        .sql(INSERT)
        .param("ids", ids)
        .param("entries", Subscription.JOURNAL_ENTRY_POSTED)
        .param("booked", booked)
        .param("after", after)
        .param("last", last)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    database
        .sql(
            """
            UPDATE webhook_subscription SET position = :last
             WHERE webhook_subscription_id = ANY (:ids::uuid[])
            """)
        .param("last", last)
        .param("ids", ids)
        .update();
    return true;
  }
}
