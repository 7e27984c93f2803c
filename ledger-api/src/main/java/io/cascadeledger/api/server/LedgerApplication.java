package io.cascadeledger.api.server;

import io.cascadeledger.api.security.SecurityConfiguration;
import io.cascadeledger.api.webhook.WebhookSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** What the server is made of; nothing is found by searching. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerSettings.class, WebhookSettings.class})
@Import({
  Framework.class,
  DatabaseWiring.class,
  AxonWiring.class,
  StreamWiring.class,
  SealingWiring.class,
  DebtorWiring.class,
  LedgerWiring.class,
  BooksWiring.class,
  SecurityConfiguration.class,
  ProblemWiring.class,
  EndpointWiring.class,
  DayWiring.class,
  AuditWiring.class,
  WebhookWiring.class,
  FeedWiring.class
})
class LedgerApplication {

  /** The build runs it up to where the parts are known, and writes them down as Java code. */
  static void main(String[] arguments) {
    SpringApplication.run(LedgerApplication.class, arguments);
  }
}
