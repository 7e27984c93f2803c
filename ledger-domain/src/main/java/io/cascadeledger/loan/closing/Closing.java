package io.cascadeledger.loan.closing;

import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotClosed;

import io.cascadeledger.loan.event.LoanClosed;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;

/** Decides whether a loan may be closed: only when nothing is owed, held or pending. */
public final class Closing {

  private Closing() {}

  /**
   * Decides.
   *
   * @throws Refused if the loan is closed already, is not settled, or has pending payments
   */
  public static LoanClosed decide(LoanState loan, CloseLoan command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireNotClosed(loan);

    requireNotBeforeOpening(loan, command.effectiveDate());
    requireSettled(loan);
    requireNothingPending(loan);

    return new LoanClosed(
        command.loan(), command.reason(), command.effectiveDate(), command.time().postedAt());
  }

  private static void requireNothingPending(LoanState loan) {
    long pending = loan.pending().open();
    if (pending > 0) {
      throw new Refused(
          RefusalCode.LOAN_HAS_PENDING_PAYMENTS,
          "The loan has pending payments: %d. Settle or void them first.".formatted(pending));
    }
  }

  private static void requireSettled(LoanState loan) {
    LoanBalance balance = loan.balance();
    if (!balance.isZero()) {
      throw new Refused(
          RefusalCode.LOAN_NOT_SETTLED,
          String.format(
              "The loan still has penalties %d, fees %d, interest %d, principal %d and"
                  + " unapplied money %d.",
              balance.penaltiesMinor(),
              balance.feesMinor(),
              balance.interestMinor(),
              balance.principalMinor(),
              balance.suspenseMinor()));
    }
  }
}
