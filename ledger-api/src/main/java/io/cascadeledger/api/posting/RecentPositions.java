package io.cascadeledger.api.posting;

import io.cascadeledger.account.event.AccountEvent;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.event.ClaimEvent;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;

/**
 * Where this node has posted, so that a read of the same loan or tenant can wait until it sees
 * that. Bounded: who was forgotten waits for a position that was reached long ago.
 */
public final class RecentPositions {

  private static final int STREAMS = 20_000;
  private static final int TENANTS = 1_000;

  private final LatestPositions<LoanId> loans = new LatestPositions<>(STREAMS);
  private final LatestPositions<AccountId> accounts = new LatestPositions<>(STREAMS);
  private final LatestPositions<ClaimId> claims = new LatestPositions<>(STREAMS);
  private final LatestPositions<String> batches = new LatestPositions<>(TENANTS);
  private final LatestPositions<String> tenants = new LatestPositions<>(TENANTS);

  void remember(Posted posted) {
    switch (posted.event()) {
      case LoanEvent event -> loans.remember(event.loan(), posted.position());
      case AccountEvent event -> accounts.remember(event.account(), posted.position());
      case ClaimEvent event -> claims.remember(event.claim(), posted.position());
      default -> batches.remember(posted.event().tenant(), posted.position());
    }
    tenants.remember(posted.event().tenant(), posted.position());
  }

  /** Behind which position a read of a loan sees all that this node has posted to it; 0 if any. */
  public long ofLoan(LoanId loan) {
    return Math.max(loans.of(loan), batches.of(loan.tenant()));
  }

  /**
   * Behind which position a read of an account sees all that this node has posted to it; 0 if any.
   */
  public long ofAccount(AccountId account) {
    return accounts.of(account);
  }

  /** Behind which position a read of a claim sees all that this node has posted to it; 0 if any. */
  public long ofClaim(ClaimId claim) {
    return claims.of(claim);
  }

  /** Behind which position a read sees all that this node has posted for a tenant; 0 if any. */
  public long ofTenant(String tenant) {
    return tenants.of(tenant);
  }
}
