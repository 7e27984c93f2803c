package io.cascadeledger.api.posting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;
import java.time.Duration;

/**
 * Where this node has posted lately, so that a read of the same loan or tenant can wait until it
 * sees that. Bounded and short-lived: a projection that lags for longer says so itself.
 */
public final class RecentPositions {

  private static final long STREAMS = 20_000;
  private static final long TENANTS = 1_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Cache<LoanId, Long> loans =
      Caffeine.newBuilder().maximumSize(STREAMS).expireAfterWrite(REMEMBERED).build();
  private final Cache<AccountId, Long> accounts =
      Caffeine.newBuilder().maximumSize(STREAMS).expireAfterWrite(REMEMBERED).build();
  private final Cache<ClaimId, Long> claims =
      Caffeine.newBuilder().maximumSize(STREAMS).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Long> batches =
      Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Long> tenants =
      Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(REMEMBERED).build();

  void remember(Posted posted) {
    switch (posted.event()) {
      case LoanEvent event -> loans.asMap().merge(event.loan(), posted.position(), Math::max);
      case AccountEvent event ->
          accounts.asMap().merge(event.account(), posted.position(), Math::max);
      case ClaimEvent event -> claims.asMap().merge(event.claim(), posted.position(), Math::max);
      default -> batches.asMap().merge(posted.event().tenant(), posted.position(), Math::max);
    }
    tenants.asMap().merge(posted.event().tenant(), posted.position(), Math::max);
  }

  /** Behind which position a read of a loan sees all that this node has posted to it; 0 if any. */
  public long ofLoan(LoanId loan) {
    return Math.max(position(loans, loan), position(batches, loan.tenant()));
  }

  /**
   * Behind which position a read of an account sees all that this node has posted to it; 0 if any.
   */
  public long ofAccount(AccountId account) {
    return position(accounts, account);
  }

  /** Behind which position a read of a claim sees all that this node has posted to it; 0 if any. */
  public long ofClaim(ClaimId claim) {
    return position(claims, claim);
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
