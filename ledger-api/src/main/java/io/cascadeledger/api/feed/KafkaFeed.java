package io.cascadeledger.api.feed;

import io.cascadeledger.eventstore.StoredEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The feed of all events into a topic of Kafka, if there is to be one: at least once, those of one
 * stream in their order. While it is off, nothing of Kafka is loaded.
 */
public final class KafkaFeed implements AutoCloseable {

  private final @Nullable FeedLoop loop;

  private KafkaFeed(@Nullable FeedLoop loop) {
    this.loop = loop;
  }

  /**
   * Begins to feed, unless the settings name no brokers.
   *
   * @param newest the position of the newest event that is known
   * @throws IllegalArgumentException if a setting would lose events or their order
   */
  public static KafkaFeed start(
      KafkaSettings settings,
      DataSource dataSource,
      StoredEvents events,
      LongSupplier newest,
      MeterRegistry registry) {
    if (!settings.isOn()) {
      return new KafkaFeed(null);
    }
    var _ = KafkaTopic.configuration(settings); // what is wrong with it shows at the start
    FeedPosition place =
        new FeedPosition(dataSource, "kafka/" + settings.topic(), settings.from(), FeedLoop.LEASE);
    FeedLoop loop = new FeedLoop(events, newest, place, () -> new KafkaTopic(settings));
    Gauge.builder("ledger.kafka.lag.events", loop::behind)
        .description("Events that the topic does not have yet")
        .register(registry);
    Gauge.builder("ledger.kafka.feeding", () -> loop.state().own() ? 1 : 0)
        .description("Whether it is this node that feeds")
        .register(registry);
    Gauge.builder("ledger.kafka.failing", () -> loop.state().isFailing() ? 1 : 0)
        .description("Whether this node feeds and cannot")
        .register(registry);
    return new KafkaFeed(loop);
  }

  /** How it is; null if it is off. */
  public @Nullable FeedState state() {
    return loop == null ? null : loop.state();
  }

  /** How many events there are that the topic does not have yet; 0 if it is off. */
  public long behind() {
    return loop == null ? 0 : loop.behind();
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
