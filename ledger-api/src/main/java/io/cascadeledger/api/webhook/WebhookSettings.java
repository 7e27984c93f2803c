package io.cascadeledger.api.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about telling others of what happens.
 *
 * @param privateAddresses whether messages may be sent to addresses of private networks, and
 *     without TLS
 * @param timeout how long an attempt may take
 * @param firstPause the pause after the first attempt; each further one is twice as long, up to an
 *     hour
 * @param giveUpAfter for how long a message is sent again
 */
@ConfigurationProperties("ledger.webhooks")
public record WebhookSettings(
    boolean privateAddresses,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("5s") Duration firstPause,
    @DefaultValue("24h") Duration giveUpAfter) {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  /**
   * The pause after an attempt.
   *
   * @param attempts how many there were
   */
  Duration pauseAfter(int attempts) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
