package io.cascadeledger.api.feed;

import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic of Kafka. The record of an event has its stream as the key, so that a stream's events are
 * in one partition, in their order, and as its value the line that {@code GET /v1/events} shows.
 *
 * <p>Order is kept also when something fails: one request is on its way at a time, a record is sent
 * until it is acknowledged, and if it cannot be, the producer ends before it sends what is behind
 * it.
 */
final class KafkaTopic implements Outlet {

  /** What must be so for order and completeness. */
  private static final Map<String, String> FIXED =
      Map.of(
          ProducerConfig.ACKS_CONFIG, "all",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1",
          ProducerConfig.RETRIES_CONFIG, Integer.toString(Integer.MAX_VALUE),
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));

  /** What an operator may set otherwise. A page of events is a few requests, or one. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          ProducerConfig.CLIENT_ID_CONFIG, "cascade-ledger",
          ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 << 10),
          ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Connects to the brokers. */
  KafkaTopic(KafkaSettings settings) {
    this.topic = settings.topic();
    this.producer =
        new KafkaProducer<>(
            configuration(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * The settings of the producer.
   *
   * @throws IllegalArgumentException if one was set that would lose events or their order
   */
  static Map<String, Object> configuration(KafkaSettings settings) {
    FIXED.forEach(
        (name, value) -> {
          String given = settings.properties().getOrDefault(name, value);
          if (!given.equals(value)) {
            throw new IllegalArgumentException(
                "ledger.kafka.properties.%s is %s, for the order of events".formatted(name, value));
          }
        });
    Map<String, Object> all = new HashMap<>(DEFAULTS);
    all.putAll(settings.properties());
    all.putAll(FIXED);
    all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    return all;
  }

  @Override
  public CompletableFuture<Void> send(List<StoredEvent> events) {
    Delivery delivery = new Delivery(events.size());
    for (StoredEvent event : events) {
      if (delivery.isFailed()) {
        break;
      }
      var _ = producer.send(record(event), delivery);
    }
    return delivery.done;
  }

  private ProducerRecord<byte[], byte[]> record(StoredEvent event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            event.postedAt().toEpochMilli(),
            bytes(event.stream()),
            StoredEventJson.line(event));
    record
        .headers()
        .add("content-type", bytes("application/json"))
        .add("event-id", bytes(event.eventId().toString()))
        .add("event-type", bytes(event.name()))
        .add("event-revision", bytes(Integer.toString(event.revision())))
        .add("tenant", bytes(event.tenant()));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Counts what is acknowledged. */
  private final class Delivery implements Callback {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger open;

    private Delivery(int events) {
      this.open = new AtomicInteger(events);
    }

    private boolean isFailed() {
      return done.isCompletedExceptionally();
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
      if (exception != null) {
        if (done.completeExceptionally(exception)) {
          close(); // before it sends what is behind
        }
      } else if (open.decrementAndGet() == 0) {
        done.complete(null);
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
