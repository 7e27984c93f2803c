package io.cascadeledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.limits.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts wrong secrets by client identifier. A secret cannot be guessed; what this bounds is the
 * hashing that a wrongly configured or hostile client causes. The count is this node's own, starts
 * anew a minute after its first, and requests under way together may exceed it by their number.
 */
final class WrongSecrets {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int CLIENTS_COUNTED = 10_000;

  private record Count(int failures, Instant endsAt) {}

  private final Clock clock;
  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(CLIENTS_COUNTED).build();

  WrongSecrets(Clock clock) {
    this.clock = clock;
  }

  /** How long the client has to wait; empty if it may try. */
  Optional<Duration> pause(String clientId) {
    return Optional.ofNullable(counts.getIfPresent(clientId))
        .filter(count -> count.failures() >= Limits.WRONG_SECRETS_PER_MINUTE)
        .map(count -> Duration.between(clock.instant(), count.endsAt()))
        .filter(Duration::isPositive);
  }

  void count(String clientId) {
    Instant now = clock.instant();
    counts
        .asMap()
        .merge(
            clientId,
            new Count(1, now.plus(WINDOW)),
            (old, first) ->
                now.isBefore(old.endsAt()) ? new Count(old.failures() + 1, old.endsAt()) : first);
  }

  void forget(String clientId) {
    counts.invalidate(clientId);
  }
}
