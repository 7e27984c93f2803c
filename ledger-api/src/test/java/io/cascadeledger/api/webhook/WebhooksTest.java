package io.cascadeledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.testing.TestDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What telling others costs the database. */
class WebhooksTest {

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final Subscriptions subscriptions = new Subscriptions(database);
  private final Feed feed = new Feed(database, Clock.systemUTC());
  private final AtomicLong newest = new AtomicLong();

  @AfterEach
  void drop() {
    server.drop();
  }

  /** Counts how often it is asked for a connection. */
  private static final class Counted extends DelegatingDataSource {
    private final AtomicInteger asked = new AtomicInteger();

    private Counted(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      asked.incrementAndGet();
      return super.getConnection();
    }
  }

  private Webhooks webhooks(DataSource source) {
    WebhookSettings settings =
        new WebhookSettings(
            true, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofHours(24));
    return new Webhooks(
        source, new StoredEvents(database), settings, Clock.systemUTC(), newest::get);
  }

  private UUID subscribe(String tenant, String type) {
    UUID id = UUID.randomUUID();
    subscriptions.add(
        new Subscription(
            id,
            tenant,
            URI.create("http://127.0.0.1:1/"),
            List.of(type),
            null,
            "test",
            Instant.parse("2026-05-01T12:00:00Z"),
            0,
            0,
            0,
            null,
            null,
            null),
        WebhookSecret.random(new SecureRandom()));
    return id;
  }

  private void addEvents(String tenant, int count) {
    jdbc.update(
        """
        INSERT INTO events
        SELECT n, ?, 'loan', gen_random_uuid(), 0, gen_random_uuid(), 'loan_closed', 1,
               DATE '2026-03-31', now(), '{}', '{}', NULL, NULL, sha256(n::text::bytea)
          FROM generate_series((SELECT coalesce(max(position), 0) + 1 FROM events),
                               (SELECT coalesce(max(position), 0) + ? FROM events)) AS n
        """,
        tenant,
        count);
  }

  private List<Long> told(UUID subscription) {
    return jdbc.queryForList(
        "SELECT position FROM webhook_message WHERE webhook_subscription_id = ? ORDER BY number",
        Long.class,
        subscription);
  }

  @Test
  void while_nobody_subscribes_the_database_is_asked_for_that_alone() throws Exception {
    addEvents("acme", 3);
    Counted counted = new Counted(database);
    try (Webhooks webhooks = webhooks(counted)) {
      for (int i = 0; i < 25; i++) {
        newest.incrementAndGet(); // a busy ledger
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(counted.asked).hasValueLessThanOrEqualTo(2);

      UUID subscription = subscribe("acme", "loan_closed");
      webhooks.wake();

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(told(subscription)).hasSize(3));
    }
  }

  @Test
  void while_nothing_waits_the_queue_is_looked_at_now_and_then() throws Exception {
    subscribe("acme", "loan_closed");
    Counted counted = new Counted(database);
    try (Webhooks _ = webhooks(counted)) {
      TimeUnit.MILLISECONDS.sleep(500);
      int before = counted.asked.get();

      TimeUnit.MILLISECONDS.sleep(2_500);

      assertThat(counted.asked.get() - before).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void subscriptions_that_have_caught_up_have_the_events_read_once_for_all_of_them() {
    List<UUID> acme = List.of(subscribe("acme", "loan_closed"), subscribe("acme", "loan_closed"));
    UUID zenith = subscribe("zenith", "loan_closed");
    UUID other = subscribe("zenith", "loan_opened");
    addEvents("acme", 2);
    addEvents("zenith", 1);
    addEvents("acme", 1);
    Counted counted = new Counted(database);
    Feed counting = new Feed(counted, Clock.systemUTC());

    assertThat(counting.advance()).isEqualTo(Feed.Progress.ADVANCED);

    assertThat(counted.asked).hasValue(2); // who is behind; all of them, in one transaction
    assertThat(acme).allSatisfy(it -> assertThat(told(it)).containsExactly(1L, 2L, 4L));
    assertThat(told(zenith)).containsExactly(3L);
    assertThat(told(other)).isEmpty();
    assertThat(jdbc.queryForList("SELECT DISTINCT position FROM webhook_subscription", Long.class))
        .containsExactly(4L);
    assertThat(counting.advance()).isEqualTo(Feed.Progress.DONE);
  }

  @Test
  void where_too_many_messages_wait_no_more_are_made_and_the_others_go_on() {
    UUID slow = subscribe("acme", "loan_closed");
    addEvents("acme", Limits.WEBHOOK_MESSAGES_WAITING + 1);
    while (feed.advance() == Feed.Progress.ADVANCED) {
      assertThat(told(slow)).hasSizeLessThanOrEqualTo(Limits.WEBHOOK_MESSAGES_WAITING);
    }
    addEvents("acme", 7);
    UUID quick = subscribe("acme", "loan_opened");

    while (feed.advance() == Feed.Progress.ADVANCED) {
      assertThat(told(quick)).isEmpty();
    }

    assertThat(feed.advance()).isEqualTo(Feed.Progress.HELD_UP);
    assertThat(
            jdbc.queryForObject(
                "SELECT position FROM webhook_subscription WHERE webhook_subscription_id = ?",
                Long.class,
                quick))
        .isEqualTo(Limits.WEBHOOK_MESSAGES_WAITING + 8L);
    assertThat(told(slow)).hasSize(Limits.WEBHOOK_MESSAGES_WAITING).isSorted();
    jdbc.update("DELETE FROM webhook_message WHERE position < 10");
    assertThat(feed.advance()).isEqualTo(Feed.Progress.ADVANCED);
    assertThat(told(slow)).contains(Limits.WEBHOOK_MESSAGES_WAITING + 8L).isSorted();
  }
}
