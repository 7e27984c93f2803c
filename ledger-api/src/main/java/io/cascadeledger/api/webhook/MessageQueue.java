package io.cascadeledger.api.webhook;

import static io.cascadeledger.api.webhook.Subscriptions.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The messages that wait to be acknowledged, as all nodes know them. A message is sent by the node
 * that has leased it; those behind it in its stream wait. All methods block.
 */
final class MessageQueue {

  /** How many streams of one subscription are sent side by side. */
  static final int STREAMS_AT_ONCE = 8;

  /**
   * Leases the first message of each stream, if it is due: those that somebody else is sending
   * count, too.
   */
  private static final String LEASE =
      """
      WITH first AS (
        SELECT number, webhook_subscription_id, next_attempt_at, leased_until
          FROM webhook_message m
         WHERE dead_at IS NULL AND next_attempt_at <= :now
           AND NOT EXISTS (
             SELECT FROM webhook_message b
              WHERE b.webhook_subscription_id = m.webhook_subscription_id
                AND b.stream_type = m.stream_type AND b.stream_id = m.stream_id
                AND b.dead_at IS NULL AND b.number < m.number)
      ), ranked AS (
        SELECT number, leased_until,
               row_number() OVER (
                 PARTITION BY webhook_subscription_id
                 ORDER BY leased_until > :now DESC NULLS LAST, next_attempt_at, number) AS place
          FROM first
      )
      UPDATE webhook_message m
         SET leased_until = :until, attempts = attempts + 1,
             first_attempt_at = coalesce(first_attempt_at, :now)
        FROM (SELECT number FROM ranked
               WHERE place <= :streams AND (leased_until IS NULL OR leased_until <= :now)
               ORDER BY number LIMIT :most) due, webhook_subscription s
       WHERE m.number = due.number AND m.dead_at IS NULL
         AND (m.leased_until IS NULL OR m.leased_until <= :now)
         AND s.webhook_subscription_id = m.webhook_subscription_id
      RETURNING m.*, s.url, s.secret
      """;

  private final JdbcClient database;

  MessageQueue(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /**
   * A message that this node is to send.
   *
   * @param subscription whose it is
   * @param url where to
   * @param secret what signs it
   */
  record Leased(UUID subscription, String url, WebhookSecret secret, Message message) {}

  /**
   * Takes messages to send.
   *
   * @param lease for how long; whoever has not said by then what became of one has lost it
   * @param most how many at most
   */
  List<Leased> lease(Instant now, Duration lease, int most) {
    return database
        .sql(LEASE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
        .param("streams", STREAMS_AT_ONCE)
        .param("most", most)
        .query(
            (row, _) ->
                new Leased(
                    row.getObject("webhook_subscription_id", UUID.class),
                    row.getString("url"),
                    new WebhookSecret(row.getBytes("secret")),
                    message(row)))
        .list();
  }

  /** When the first of those is due that wait, whether it may be sent then or not; or empty. */
  Optional<Instant> nextDue() {
    return Optional.ofNullable(
            database
                .sql("SELECT min(next_attempt_at) FROM webhook_message WHERE dead_at IS NULL")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .getFirst())
        .map(OffsetDateTime::toInstant);
  }

  /** A message was acknowledged. */
  void acknowledged(long number) {
    database.sql("DELETE FROM webhook_message WHERE number = ?").param(number).update();
  }

  /**
   * A message was not acknowledged.
   *
   * @param next when to send it again; null if it is to be sent no more
   */
  void failed(long number, String failure, Instant now, @Nullable Instant next) {
    database
        .sql(
            """
            UPDATE webhook_message
               SET leased_until = NULL, last_failure = :failure,
                   next_attempt_at = coalesce(:next::timestamptz, next_attempt_at),
                   dead_at = CASE WHEN :next::timestamptz IS NULL THEN :now::timestamptz END
             WHERE number = :number
            """)
        .param("number", number)
        .param("failure", failure)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * A subscription's messages in their order.
   *
   * @param dead those that are sent no more, or those that still are
   * @param after behind this number
   */
  List<Message> list(UUID subscription, boolean dead, long after, int size) {
    return database
        .sql(
            """
            SELECT * FROM webhook_message
             WHERE webhook_subscription_id = :id AND number > :after
               AND (dead_at IS NOT NULL) = :dead
             ORDER BY number
             LIMIT :size
            """)
        .param("id", subscription)
        .param("after", after)
        .param("dead", dead)
        .param("size", size)
        .query((row, _) -> message(row))
        .list();
  }

  /**
   * Has dead messages sent again, in front of what waits in their streams.
   *
   * @param number one of them; null for all
   * @return how many
   */
  int resend(UUID subscription, @Nullable Long number, Instant now) {
    return database
        .sql(
            """
            UPDATE webhook_message
               SET dead_at = NULL, attempts = 0, first_attempt_at = NULL, next_attempt_at = :now
             WHERE webhook_subscription_id = :id AND dead_at IS NOT NULL
               AND (:number::bigint IS NULL OR number = :number::bigint)
            """)
        .param("id", subscription)
        .param("number", number)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getLong("number"),
        row.getString("type"),
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("stream_type"),
        row.getObject("stream_id", UUID.class),
        row.getInt("attempts"),
        instant(row, "first_attempt_at"),
        instant(row, "next_attempt_at"),
        row.getString("last_failure"),
        instant(row, "dead_at"));
  }
}
