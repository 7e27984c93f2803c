package io.cascadeledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {

  private final WebhookSettings settings =
      new WebhookSettings(
          false, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofHours(24));

  @ParameterizedTest
  @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "100, PT1H"})
  void each_pause_is_twice_the_one_before_up_to_an_hour(int attempts, Duration pause) {
    assertThat(settings.pauseAfter(attempts)).isEqualTo(pause);
  }
}
