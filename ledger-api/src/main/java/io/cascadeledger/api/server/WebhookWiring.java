package io.cascadeledger.api.server;

import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.webhook.WebhookEndpoints;
import io.cascadeledger.api.webhook.WebhookSettings;
import io.cascadeledger.api.webhook.Webhooks;
import io.cascadeledger.eventstore.LiveEvents;
import io.cascadeledger.eventstore.StoredEvents;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells others of what happens. */
@Configuration(proxyBeanMethods = false)
class WebhookWiring {

  /** The operations on webhook subscriptions. */
  record WebhookOperations(List<Endpoint> list) {}

  @Bean
  Webhooks webhooks(
      DataSource dataSource,
      StoredEvents events,
      WebhookSettings settings,
      Clock clock,
      LiveEvents live) {
    return new Webhooks(dataSource, events, settings, clock, live::announced);
  }

  @Bean
  WebhookOperations webhookOperations(
      DataSource dataSource,
      StoredEvents events,
      WebhookSettings settings,
      Clock clock,
      Webhooks webhooks) {
    return new WebhookOperations(
        WebhookEndpoints.all(dataSource, settings, clock, events::head, webhooks::wake));
  }
}
