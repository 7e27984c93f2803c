package io.cascadeledger.api.feed;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * What the operator decides about the feed into Kafka.
 *
 * @param bootstrapServers the first brokers to ask, {@code host:port} with commas between them;
 *     null or blank for no feed
 * @param topic where the events go; another topic is another feed, with a position of its own
 * @param from where a feed begins that has no position yet
 * @param properties further settings of Kafka's producer, such as those for security
 */
@ConfigurationProperties("ledger.kafka")
public record KafkaSettings(
    @Nullable String bootstrapServers,
    @DefaultValue("ledger-events") String topic,
    @DefaultValue("beginning") Start from,
    @DefaultValue Map<String, String> properties) {

  /** Where a feed begins. */
  public enum Start {
    /** With the first event that was ever stored. */
    BEGINNING,
    /** With the first event that is stored after the feed was made. */
    NOW
  }

  /** Copies the properties. */
  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  boolean isOn() {
    return StringUtils.hasText(bootstrapServers);
  }

  /** The properties have passwords in them, which are for nobody's eyes. */
  @Override
  public String toString() {
    return "KafkaSettings[%s, %s]".formatted(bootstrapServers, topic);
  }
}
