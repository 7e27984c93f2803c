package io.cascadeledger.api.posting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import java.time.Duration;

/**
 * Where this node has posted lately, so that a read of the same loan or tenant can wait until it
 * sees that. Bounded and short-lived: a projection that lags for longer says so itself.
 */
public final class RecentPositions {

  private static final long LOANS = 20_000;
  private static final long TENANTS = 1_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Cache<LoanId, Long> loans =
      Caffeine.newBuilder().maximumSize(LOANS).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Long> batches =
      Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Long> tenants =
      Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(REMEMBERED).build();

  void remember(Posted posted) {
    if (posted.event() instanceof LoanEvent event) {
      loans.asMap().merge(event.loan(), posted.position(), Math::max);
    } else {
      batches.asMap().merge(posted.event().tenant(), posted.position(), Math::max);
    }
    tenants.asMap().merge(posted.event().tenant(), posted.position(), Math::max);
  }

  /** Behind which position a read of a loan sees all that this node has posted to it; 0 if any. */
  public long ofLoan(LoanId loan) {
    return Math.max(position(loans, loan), position(batches, loan.tenant()));
  }

  /** Behind which position a read sees all that this node has posted for a tenant; 0 if any. */
  public long ofTenant(String tenant) {
    return position(tenants, tenant);
  }

  private static <K> long position(Cache<K, Long> positions, K key) {
    Long position = positions.getIfPresent(key);
    return position == null ? 0 : position;
  }
}
