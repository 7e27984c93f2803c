package io.cascadeledger.api.posting;

import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.LoanId;

/**
 * Where this node has posted, so that a read of the same loan or tenant can wait until it sees
 * that. Bounded: who was forgotten waits for a position that was reached long ago.
 */
public final class RecentPositions {

  private static final int LOANS = 20_000;
  private static final int TENANTS = 1_000;

  private final LatestPositions<LoanId> loans = new LatestPositions<>(LOANS);
  private final LatestPositions<String> batches = new LatestPositions<>(TENANTS);
  private final LatestPositions<String> tenants = new LatestPositions<>(TENANTS);

  void remember(Posted posted) {
    if (posted.event() instanceof LoanEvent event) {
      loans.remember(event.loan(), posted.position());
    } else {
      batches.remember(posted.event().tenant(), posted.position());
    }
    tenants.remember(posted.event().tenant(), posted.position());
  }

  /** Behind which position a read of a loan sees all that this node has posted to it; 0 if any. */
  public long ofLoan(LoanId loan) {
    return Math.max(loans.of(loan), batches.of(loan.tenant()));
  }

  /** Behind which position a read sees all that this node has posted for a tenant; 0 if any. */
  public long ofTenant(String tenant) {
    return tenants.of(tenant);
  }
}
