package io.cascadeledger.api.webhook;

import io.cascadeledger.eventstore.json.EventTypes;
import io.cascadeledger.journal.BookedEvent;
import io.cascadeledger.limits.Limits;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes messages of events. What becomes a message and up to which event that has been done are
 * stored together, so that no event is left out and none becomes two.
 */
final class Feed {

  /** How many positions one transaction looks at. */
  private static final int POSITIONS = 5_000;

  private static final String INSERT =
      """
      INSERT INTO webhook_message (webhook_subscription_id, type, position, event_id, stream_type,
        stream_id, next_attempt_at)
      SELECT :id::uuid, kind.type, e.position, e.event_id, e.stream_type, e.stream_id, :now::timestamptz
        FROM events e
        JOIN LATERAL (
               SELECT :entries::text AS type
                WHERE :entries = ANY (:types::text[]) AND e.event_name = ANY (:booked::text[])
               UNION ALL
               SELECT e.event_name WHERE e.event_name = ANY (:types::text[])) kind ON true
       WHERE e.position > :after AND e.position <= :last AND e.tenant = :tenant
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

  private record Behind(UUID id, String tenant, List<String> types, long position, int waiting) {}

  Feed(DataSource dataSource, Clock clock) {
    this.database = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
  }

  /**
   * Makes messages of some of the events that have none yet, unless too many wait already.
   *
   * @return whether there were any such events
   */
  boolean advance() {
    List<Behind> behind =
        database
            .sql(
                """
                SELECT webhook_subscription_id, tenant, event_types, position,
                       (SELECT count(*) FROM webhook_message m
                         WHERE m.webhook_subscription_id = s.webhook_subscription_id
                           AND m.dead_at IS NULL) AS waiting
                  FROM webhook_subscription s
                 WHERE position < (SELECT coalesce(max(position), 0) FROM events)
                """)
            .query(
                (row, _) ->
                    new Behind(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getLong(4),
                        row.getInt(5)))
            .list();
    behind.stream()
        .filter(it -> it.waiting() < Limits.WEBHOOK_MESSAGES_WAITING)
        .forEach(it -> transactions.executeWithoutResult(_ -> advance(it)));
    return !behind.isEmpty();
  }

  private void advance(Behind subscription) {
    long last =
        database
            .sql("SELECT least(max(position), :end) FROM events")
            .param("end", subscription.position() + POSITIONS)
            .query(Long.class)
            .single();
    int rows =
        database
            .sql(
                """
                UPDATE webhook_subscription SET position = :last
                 WHERE webhook_subscription_id = :id AND position = :after
                """)
            .param("id", subscription.id())
            .param("after", subscription.position())
            .param("last", last)
            .update();
    if (rows == 0) {
      return; // another node has done it
    }
    database
        .sql(INSERT)
        .param("id", subscription.id())
        .param("tenant", subscription.tenant())
        .param("types", subscription.types().toArray(String[]::new))
        .param("entries", Subscription.JOURNAL_ENTRY_POSTED)
        .param("booked", booked)
        .param("after", subscription.position())
        .param("last", last)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
