package io.cascadeledger.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.feed.KafkaSettings.Start;
import io.cascadeledger.api.testing.KafkaBroker;
import io.cascadeledger.eventstore.StoredEvents;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The feed of one node, into a broker of Kafka. */
class FeedLoopTest {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  @TempDir private static Path folder;
  private static KafkaBroker broker;

  private final TestDatabase server = TestDatabase.create();
  private final DataSource database = server.dataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final StoredEvents events = new StoredEvents(database);
  private final String topic = "loop-" + TOPICS.incrementAndGet();

  @BeforeAll
  static void start() {
    broker = new KafkaBroker(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @AfterEach
  void drop() {
    server.drop();
  }

  /** Adds events of a stream each, one after the other. */
  private void add(int count, int payloadBytes) {
    jdbc.update(
        """
        INSERT INTO events
        SELECT n, 'acme', 'loan', '11111111-1111-1111-1111-111111111111', n - 1,
               gen_random_uuid(), 'loan_closed', 1, DATE '2026-03-31', now(),
               convert_to('{"x":"' || repeat('x', ?) || '"}', 'UTF8'), '{}', NULL, NULL,
               sha256(n::text::bytea)
          FROM generate_series((SELECT coalesce(max(position), 0) + 1 FROM events),
                               (SELECT coalesce(max(position), 0) + ? FROM events)) AS n
        """,
        payloadBytes,
        count);
  }

  private FeedLoop feed(Start from, Map<String, String> properties) {
    KafkaSettings settings = new KafkaSettings(broker.servers(), topic, from, properties);
    FeedPosition place = new FeedPosition(database, "kafka/" + topic, from, FeedLoop.LEASE);
    return new FeedLoop(events, events::head, place, () -> new KafkaTopic(settings));
  }

  private FeedLoop feed() {
    return feed(Start.BEGINNING, Map.of());
  }

  private static void awaitDone(FeedLoop loop) {
    await().atMost(Duration.ofSeconds(60)).until(() -> loop.state().own() && loop.behind() == 0);
  }

  private List<Long> positions() {
    return broker.read(topic).stream()
        .map(it -> JsonMapper.shared().readTree(it.value()).path("position").asLong())
        .toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void what_was_sent_when_a_node_died_is_sent_again_with_the_same_identity() {
    broker.createTopic(topic, 1);
    add(50, 10);
    try (FeedLoop loop = feed()) {
      awaitDone(loop);
    }
    jdbc.update("UPDATE event_feed SET position = 30");

    try (FeedLoop loop = feed()) {
      awaitDone(loop);
    }

    List<ConsumerRecord<String, String>> all = broker.read(topic);
    assertThat(all).hasSize(70);
    Map<String, String> known = new HashMap<>();
    for (ConsumerRecord<String, String> record : all) {
      String id =
          new String(record.headers().lastHeader("event-id").value(), StandardCharsets.UTF_8);
      assertThat(known.merge(id, record.value(), (first, _) -> first)).isEqualTo(record.value());
    }
    assertThat(known).hasSize(50);
    assertThat(positions().stream().distinct()).containsExactlyElementsOf(upTo(50));
  }

  @Test
  void of_two_nodes_one_feeds_and_the_other_goes_on_when_it_ends() {
    broker.createTopic(topic, 1);
    add(5_000, 10);
    FeedLoop one = feed();
    try (FeedLoop other = feed()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> one.behind() == 0 && other.state().position() == 5_000);
      assertThat(one.state().own()).isNotEqualTo(other.state().own());
      one.close();
      add(50, 10);

      awaitDone(other);
    } finally {
      one.close();
    }

    assertThat(positions()).isEqualTo(upTo(5_050));
  }

  @Test
  void a_node_that_died_keeps_others_waiting_until_its_lease_is_over() {
    broker.createTopic(topic, 1);
    add(5, 10);
    jdbc.update(
        "INSERT INTO event_feed VALUES (?, 2, ?, clock_timestamp() + INTERVAL '3 seconds')",
        "kafka/" + topic,
        UUID.randomUUID());

    try (FeedLoop loop = feed()) {
      await().until(() -> loop.state().position() == 2);
      assertThat(loop.state().own()).isFalse();
      assertThat(positions()).isEmpty();

      awaitDone(loop);
    }

    assertThat(positions()).containsExactly(3L, 4L, 5L);
  }

  @Test
  void a_new_feed_begins_with_the_first_event_or_with_what_comes() {
    broker.createTopic(topic, 1);
    add(5, 10);

    try (FeedLoop loop = feed(Start.NOW, Map.of())) {
      awaitDone(loop);
      add(2, 10);
      awaitDone(loop);
    }

    assertThat(positions()).containsExactly(6L, 7L);
  }

  @Test
  void an_event_that_the_topic_does_not_take_is_overtaken_by_none() {
    broker.createTopic(topic, 1);
    add(20, 10);
    add(1, 9_000);
    add(20, 10);

    try (FeedLoop loop = feed(Start.BEGINNING, Map.of("max.request.size", "5000"))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> loop.state().isFailing());
      assertThat(loop.state().failure()).contains("RecordTooLargeException");
      assertThat(loop.behind()).isPositive();
    }
    assertThat(positions()).allMatch(it -> it <= 20);
    try (FeedLoop loop = feed()) {
      awaitDone(loop);
      assertThat(loop.state().isFailing()).isFalse();
    }

    assertThat(positions().stream().distinct()).containsExactlyElementsOf(upTo(41));
  }
}
