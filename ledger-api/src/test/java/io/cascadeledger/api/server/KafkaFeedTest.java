package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.api.testing.KafkaBroker;
import io.cascadeledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed of a server into a broker of Kafka. */
class KafkaFeedTest {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  @TempDir private static Path folder;
  private static KafkaBroker broker;

  private final TestDatabase database = TestDatabase.create();
  private final String topic = "feed-" + TOPICS.incrementAndGet();

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
    database.drop();
  }

  private LedgerServer server(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("ledger.kafka.bootstrap-servers", broker.servers());
    settings.put("ledger.kafka.topic", topic);
    settings.put("ledger.kafka.properties.reconnect.backoff.max.ms", "200");
    return RunningLedger.start(database.url(), settings);
  }

  private static Tenant tenant(LedgerServer server, String name) {
    return Tenant.of(server, name, Scopes.DESCRIPTIONS.keySet());
  }

  private static JsonNode feed(Tenant lender) {
    return lender.get("/v1/health/ready").expect(200).json().path("kafka");
  }

  private static void awaitStatus(Tenant lender, String status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> feed(lender).path("status").asString().equals(status));
  }

  private static void awaitAll(Tenant lender, long events) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> feed(lender).path("position").asLong() == events);
  }

  private static List<String> events(Tenant lender) {
    return lender.get("/v1/events").expect(200).body().lines().toList();
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new HashMap<>();
    StreamSupport.stream(record.headers().spliterator(), false)
        .forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  @Test
  void every_event_arrives_as_the_stream_of_events_shows_it() {
    broker.createTopic(topic, 3);
    try (LedgerServer server = server(Map.of())) {
      Tenant acme = tenant(server, "acme");
      Tenant zenith = tenant(server, "zenith");
      LoanLife.of(acme);
      zenith.newLoan();
      new Platform(zenith)
          .done(
              "create_accounts",
              json(
                  "{'A': {'currency': 'EUR', 'debtors': [{'debtorReference': 'D', 'firstName':"
                      + " 'Zebulonia', 'lastName': 'Quarzmann', 'contactInformation': {'country': 'DE'}}]}}"));
      List<String> lines = Stream.concat(events(acme).stream(), events(zenith).stream()).toList();

      awaitAll(acme, lines.size());

      List<ConsumerRecord<String, String>> records = broker.read(topic);
      assertThat(records)
          .extracting(ConsumerRecord::value)
          .containsExactlyInAnyOrderElementsOf(lines)
          .noneMatch(it -> it.contains("Zebulonia") || it.contains("Quarzmann"));
      Map<String, Integer> partitions = new HashMap<>();
      for (ConsumerRecord<String, String> record : records) {
        JsonNode event = JsonMapper.shared().readTree(record.value());
        assertThat(record.key())
            .isEqualTo(
                "%s/%s/%s"
                    .formatted(
                        event.path("stream_type").asString(),
                        event.path("tenant").asString(),
                        event.path("stream_id").asString()));
        assertThat(headers(record))
            .containsOnly(
                Map.entry("content-type", "application/json"),
                Map.entry("event-id", event.path("event_id").asString()),
                Map.entry("event-type", event.path("type").asString()),
                Map.entry("event-revision", event.path("revision").asString()),
                Map.entry("tenant", event.path("tenant").asString()));
        assertThat(partitions.computeIfAbsent(record.key(), _ -> record.partition()))
            .isEqualTo(record.partition());
      }
      assertThat(acme.get("/actuator/prometheus").expect(200).body())
          .contains("ledger_kafka_lag_events 0.0", "ledger_kafka_feeding 1.0")
          .contains("ledger_kafka_failing 0.0");
    }
  }

  /** Servers end and begin, and the broker is away for a while, while loans are paid on. */
  @Test
  void whatever_stops_meanwhile_everything_arrives_in_order_and_each_event_is_one() {
    broker.createTopic(topic, 3);
    Random random = new Random(20_261_122);
    LedgerServer first = server(Map.of());
    LedgerServer second = server(Map.of());
    try {
      Tenant lender = tenant(first, "acme");
      List<UUID> loans = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        loans.add(lender.newLoan());
      }
      long slowest = 0;
      for (int i = 0; i < 240; i++) {
        if (i == 60) {
          broker.stop();
        } else if (i == 100) {
          first.close(); // while it waits for the broker
          first = server(Map.of());
        } else if (i == 140) {
          broker.start();
        } else if (i == 180) {
          second.close();
          second = server(Map.of());
        }
        Tenant through = lender.at(random.nextBoolean() ? first : second);
        long begun = System.nanoTime();
        through.pay(loans.get(random.nextInt(loans.size())), i + 1L).expect(201);
        slowest = Math.max(slowest, System.nanoTime() - begun);
      }
      List<String> lines = events(lender.at(first));

      awaitAll(lender.at(first), lines.size());

      // A producer that waits for its broker waits for ten seconds.
      assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(9));
      assertEachOnceAndInOrder(lines);
    } finally {
      first.close();
      second.close();
    }
  }

  /** A record that came again is the same; without those, each stream is whole and in order. */
  private void assertEachOnceAndInOrder(List<String> lines) {
    Map<String, String> byId = new HashMap<>();
    Map<String, List<Integer>> streams = new HashMap<>();
    for (ConsumerRecord<String, String> record : broker.read(topic)) {
      String before = byId.putIfAbsent(headers(record).get("event-id"), record.value());
      if (before == null) {
        streams
            .computeIfAbsent(record.key(), _ -> new ArrayList<>())
            .add(JsonMapper.shared().readTree(record.value()).path("sequence").asInt());
      } else {
        assertThat(record.value()).isEqualTo(before);
      }
    }
    assertThat(byId.values()).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(streams).hasSize(6);
    assertThat(streams.values()).allSatisfy(it -> assertThat(it).isSorted());
  }

  @Test
  void a_feed_that_cannot_go_on_shows_and_keeps_nobody_from_posting() {
    Map<String, Object> settings =
        Map.of("ledger.kafka.properties.max.block.ms", "1000", "ledger.kafka.from", "now");
    try (LedgerServer server = server(settings)) {
      Tenant lender = tenant(server, "acme");
      awaitStatus(lender, "ok"); // "now" is when this server begins to feed
      UUID loan = lender.newLoan();

      awaitStatus(lender, "failing");

      lender.pay(loan, 5).expect(201);
      // What was posted is announced to the feed after it was answered.
      await().until(() -> feed(lender).path("lag_events").asInt() == 3);
      assertThat(lender.get("/actuator/prometheus").expect(200).body())
          .contains("ledger_kafka_lag_events 3.0", "ledger_kafka_failing 1.0");
      broker.createTopic(topic, 1);
      awaitStatus(lender, "ok");
      awaitAll(lender, 3);
      assertThat(broker.read(topic)).extracting(ConsumerRecord::value).isEqualTo(events(lender));
    }
  }

  @Test
  void a_server_that_would_lose_the_order_of_events_does_not_start() {
    assertThatThrownBy(() -> server(Map.of("ledger.kafka.properties.acks", "1")))
        .rootCause()
        .hasMessage("ledger.kafka.properties.acks is all, for the order of events");
  }

  @Test
  void without_brokers_nothing_is_told_of_a_feed() {
    Tenant lender = RunningLedger.newTenant();

    assertThat(lender.get("/v1/health/ready").expect(200).json().has("kafka")).isFalse();
    assertThat(lender.get("/actuator/prometheus").expect(200).body())
        .doesNotContain("ledger_kafka");
  }
}
