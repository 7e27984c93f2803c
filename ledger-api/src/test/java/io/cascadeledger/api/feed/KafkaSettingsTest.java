package io.cascadeledger.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.api.feed.KafkaSettings.Start;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KafkaSettingsTest {

  private static KafkaSettings settings(String servers, Map<String, String> properties) {
    return new KafkaSettings(servers, "ledger-events", Start.BEGINNING, properties);
  }

  @Test
  void without_brokers_there_is_no_feed() {
    assertThat(settings(null, Map.of()).isOn()).isFalse();
    assertThat(settings(" ", Map.of()).isOn()).isFalse();
    assertThat(settings("kafka:9092", Map.of()).isOn()).isTrue();
  }

  @Test
  void properties_of_the_producer_are_passed_on_and_passwords_shown_to_nobody() {
    KafkaSettings settings =
        settings(
            "kafka:9092",
            Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "password=hidden"));

    assertThat(KafkaTopic.configuration(settings))
        .containsEntry("bootstrap.servers", "kafka:9092")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.jaas.config", "password=hidden")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "true");
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  @Test
  void settings_and_properties_are_found_in_the_environment() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                    "LEDGER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                    "LEDGER_KAFKA_FROM", "now",
                    "LEDGER_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "password=hidden")));

    assertThat(Binder.get(environment).bindOrCreate("ledger.kafka", KafkaSettings.class))
        .isEqualTo(
            new KafkaSettings(
                "kafka:9092",
                "ledger-events",
                Start.NOW,
                Map.of("sasl.jaas.config", "password=hidden")));
  }

  @ParameterizedTest
  @CsvSource({
    "acks, 1",
    "enable.idempotence, false",
    "max.in.flight.requests.per.connection, 5",
    "retries, 3",
    "delivery.timeout.ms, 120000"
  })
  void what_would_lose_events_or_their_order_is_refused(String property, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaTopic.configuration(settings("kafka:9092", Map.of(property, value))))
        .withMessageStartingWith("ledger.kafka.properties." + property + " is ");
    String fixed =
        KafkaTopic.configuration(settings("kafka:9092", Map.of())).get(property).toString();
    assertThat(KafkaTopic.configuration(settings("kafka:9092", Map.of(property, fixed))))
        .containsEntry(property, fixed);
  }
}
