package io.cascadeledger.api.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The subscriptions in a database. All methods block. */
final class Subscriptions {

  private static final String SELECT =
      """
      SELECT s.*,
             (SELECT count(*) FROM webhook_message m
               WHERE m.webhook_subscription_id = s.webhook_subscription_id
                 AND m.dead_at IS NULL)     AS waiting,
             (SELECT count(*) FROM webhook_message m
               WHERE m.webhook_subscription_id = s.webhook_subscription_id
                 AND m.dead_at IS NOT NULL) AS dead
        FROM webhook_subscription s
      """;

  private final JdbcClient database;

  Subscriptions(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /** Adds a subscription that is told of all that is stored from now on. */
  void add(Subscription subscription, WebhookSecret secret) {
    database
        .sql(
            """
            INSERT INTO webhook_subscription (
              webhook_subscription_id, tenant, url, secret, event_types, description, created_by,
              created_at, position)
            VALUES (:id, :tenant, :url, :secret, :types, :description, :created_by, :created_at,
              :position)
            """)
        .param("id", subscription.id())
        .param("tenant", subscription.tenant())
        .param("url", subscription.url().toString())
        .param("secret", secret.bytes())
        .param("types", subscription.eventTypes().toArray(String[]::new))
        .param("description", subscription.description())
        .param("created_by", subscription.createdBy())
        .param("created_at", subscription.createdAt().atOffset(ZoneOffset.UTC))
        .param("position", subscription.position())
        .update();
  }

  /** How many a tenant has. */
  int count(String tenant) {
    return database
        .sql("SELECT count(*) FROM webhook_subscription WHERE tenant = ?")
        .param(tenant)
        .query(Integer.class)
        .single();
  }

  /** A tenant's subscriptions, the oldest first. */
  List<Subscription> list(String tenant) {
    return database
        .sql(SELECT + " WHERE s.tenant = ? ORDER BY s.created_at, s.webhook_subscription_id")
        .param(tenant)
        .query((row, _) -> subscription(row))
        .list();
  }

  /** Whether there are any, of whichever tenant. */
  boolean any() {
    return database
        .sql("SELECT EXISTS (SELECT FROM webhook_subscription)")
        .query(Boolean.class)
        .single();
  }

  /** Whether a tenant has a subscription. Nothing is counted for that. */
  boolean exists(String tenant, UUID id) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT FROM webhook_subscription
                            WHERE tenant = ? AND webhook_subscription_id = ?)
            """)
        .param(tenant)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** One of a tenant's subscriptions. */
  Optional<Subscription> find(String tenant, UUID id) {
    return database
        .sql(SELECT + " WHERE s.tenant = ? AND s.webhook_subscription_id = ?")
        .param(tenant)
        .param(id)
        .query((row, _) -> subscription(row))
        .optional();
  }

  /** Ends a subscription; what waits for it is gone. */
  void remove(UUID id) {
    database
        .sql("DELETE FROM webhook_subscription WHERE webhook_subscription_id = ?")
        .param(id)
        .update();
  }

  /** Notes that a message was acknowledged, or why it was not. */
  void note(UUID id, Instant now, @Nullable String failure) {
    database
        .sql(
            failure == null
                ? """
                UPDATE webhook_subscription SET last_success_at = :now
                 WHERE webhook_subscription_id = :id
                """
                : """
                UPDATE webhook_subscription SET last_failure_at = :now, last_failure = :failure
                 WHERE webhook_subscription_id = :id
                """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("failure", failure)
        .update();
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("webhook_subscription_id", UUID.class),
        row.getString("tenant"),
        URI.create(row.getString("url")),
        List.of((String[]) row.getArray("event_types").getArray()),
        row.getString("description"),
        row.getString("created_by"),
        instant(row, "created_at"),
        row.getLong("position"),
        row.getInt("waiting"),
        row.getInt("dead"),
        instant(row, "last_success_at"),
        instant(row, "last_failure_at"),
        row.getString("last_failure"));
  }

  /** A moment of a row; null where there is none. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
