package io.cascadeledger.api.server;

import io.cascadeledger.api.feed.KafkaFeed;
import io.cascadeledger.api.feed.KafkaSettings;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredEvents;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hands the events on to Kafka, if it is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class FeedWiring {

  @Bean
  KafkaFeed kafkaFeed(
      KafkaSettings settings,
      DataSource dataSource,
      StoredEvents events,
      LiveEvents live,
      MeterRegistry registry) {
    return KafkaFeed.start(settings, dataSource, events, live::announced, registry);
  }
}
