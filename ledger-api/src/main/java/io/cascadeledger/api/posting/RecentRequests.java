package io.cascadeledger.api.posting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What this node has posted lately, by key: most retries come soon, and are then answered without
 * the database. Whatever is not here is still found there.
 */
final class RecentRequests {

  private static final long REQUESTS = 20_000;

  /** A request that has stored more is not kept: such are rare, and large. */
  private static final int EVENTS_OF_A_REQUEST = 8;

  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** A request and what it posted. */
  @SuppressWarnings("ArrayRecordComponent") // compared only where its content is
  record Recent(byte[] fingerprint, Posted posted) {}

  private record Key(String tenant, String idempotencyKey) {}

  private final Cache<Key, Recent> requests =
      Caffeine.newBuilder().maximumSize(REQUESTS).expireAfterWrite(REMEMBERED).build();

  /** The request that has used a key; null if none has lately. */
  Recent find(PostingRequest request) {
    return requests.getIfPresent(keyOf(request));
  }

  void remember(PostingRequest request, Posted posted) {
    if (request.key() != null && posted.events().size() <= EVENTS_OF_A_REQUEST) {
      requests.put(keyOf(request), new Recent(request.key().fingerprint(), posted));
    }
  }

  private static Key keyOf(PostingRequest request) {
    return new Key(request.tenant(), request.key().idempotencyKey());
  }
}
