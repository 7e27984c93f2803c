package io.cascadeledger.loan.suspense;

import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;

/** What is kept for the borrower. */
final class Kept {

  private Kept() {}

  /** So much is kept now. */
  static void require(LoanState loan, Money amount) {
    long kept = loan.balance().suspenseMinor();
    if (amount.minorUnits() > kept) {
      throw new Refused(
          RefusalCode.EXCEEDS_SUSPENSE,
          "Only %d %s are kept for the borrower.".formatted(kept, loan.currency()));
    }
  }
}
