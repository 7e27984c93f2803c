package io.cascadeledger.api.debtor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many requests a client may make: so many in each second, and no more than twice as many at
 * once after a pause. Each server counts for itself.
 */
final class RateLimit {

  private static final long CLIENTS = 10_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int BURST_SECONDS = 2;

  private final long nanosPerRequest;
  private final LongSupplier nanoTime;
  private final Cache<String, AtomicLong> freeAt =
      Caffeine.newBuilder()
          .maximumSize(CLIENTS)
          .expireAfterAccess(Duration.ofSeconds(BURST_SECONDS * 2L))
          .build();

  /**
   * Limits clients.
   *
   * @param perSecond how many requests in a second
   * @param nanoTime a clock that only goes on
   */
  RateLimit(int perSecond, LongSupplier nanoTime) {
    this.nanosPerRequest = SECOND / perSecond;
    this.nanoTime = nanoTime;
  }

  /**
   * Counts a request.
   *
   * @return in how many seconds the client may come again; 0 if the request may be served
   */
  long secondsToWait(String client) {
    long now = nanoTime.getAsLong();
    AtomicLong free = freeAt.get(client, _ -> new AtomicLong(now));
    long before = free.get();
    while (true) {
      long from = Math.max(before, now);
      if (from - now > BURST_SECONDS * SECOND) {
        return (from - now - BURST_SECONDS * SECOND) / SECOND + 1;
      }
      long seen = free.compareAndExchange(before, from + nanosPerRequest);
      if (seen == before) {
        return 0;
      }
      before = seen;
    }
  }
}
