package io.cascadeledger.api.posting;

import io.cascadeledger.event.LedgerEvent;
import io.cascadeledger.loan.event.LoanOpened;
import io.cascadeledger.loan.event.TermsChanged;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What this node has posted last, by key: most retries come soon, and are then answered without the
 * database. Whatever is not here is still found there.
 *
 * <p>It forgets the oldest first. A cache that keeps what is asked for often would forget the
 * newest: nobody has asked for any of them yet.
 */
final class RecentRequests {

  /**
   * A request of one payment takes about a kilobyte, so all take a twentieth of the heap. Of a heap
   * of 1 GiB that is ten seconds of a busy ledger.
   */
  private static final long HEAP_BYTES_PER_REQUEST = 20_480;

  private static final int FEWEST = 5_000;
  private static final int MOST = 500_000;

  /** A request that has stored more is not kept: such are rare, and large. */
  private static final int EVENTS_OF_A_REQUEST = 8;

  /** A request and what it posted. */
  @SuppressWarnings("ArrayRecordComponent") // compared only where its content is
  record Recent(byte[] fingerprint, Posted posted) {}

  private record Key(String tenant, String idempotencyKey) {}

  private final Map<Key, Recent> requests = new ConcurrentHashMap<>();

  /** The keys of the requests in their order; the next takes the place of the oldest. */
  private final AtomicReferenceArray<Key> order;

  private final AtomicInteger next = new AtomicInteger();

  RecentRequests() {
    this(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_REQUEST, FEWEST, MOST));
  }

  /**
   * Nothing yet.
   *
   * @param size how many requests it keeps
   */
  RecentRequests(int size) {
    order = new AtomicReferenceArray<>(size);
  }

  /** The request that has used a key; null if none has lately. */
  Recent find(PostingRequest request) {
    return requests.get(keyOf(request));
  }

  void remember(PostingRequest request, Posted posted) {
    if (request.key() == null
        || posted.events().size() > EVENTS_OF_A_REQUEST
        || posted.events().stream().anyMatch(RecentRequests::isLarge)) {
      return;
    }
    Key key = keyOf(request);
    if (requests.put(key, new Recent(request.key().fingerprint(), posted)) == null) {
      int place = Math.floorMod(next.getAndIncrement(), order.length());
      Key oldest = order.getAndSet(place, key);
      if (oldest != null) {
        requests.remove(oldest);
      }
    }
  }

  /**
   * Terms may bring a schedule of hundreds of instalments; the retry finds them in the database.
   */
  private static boolean isLarge(LedgerEvent event) {
    return event instanceof LoanOpened || event instanceof TermsChanged;
  }

  private static Key keyOf(PostingRequest request) {
    return new Key(request.tenant(), request.key().idempotencyKey());
  }
}
