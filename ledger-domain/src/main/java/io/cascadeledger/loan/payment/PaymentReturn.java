package io.cascadeledger.loan.payment;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;
import static io.cascadeledger.loan.state.MovementRules.requireNotGone;

import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.reversal.ReverseEntry;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.refusal.Refused;
import java.util.Optional;

/**
 * Decides on a returned payment: it is undone to the cent, later payments are split as if it had
 * never been there, and a fee may be charged for it.
 */
public final class PaymentReturn {

  private PaymentReturn() {}

  /**
   * The reversal of the payment's entry, if the fee may be charged too.
   *
   * @throws Refused if the fee is unsound, or if the loan has no such payment
   */
  public static ReverseEntry reversal(LoanState loan, ReturnPayment command) {
    if (command.fee() != null) {
      requireAmount(command.fee());
    }
    requireEffectiveDate(command.effectiveDate(), command.time());
    if (command.fee() != null) {
      requireNotGone(loan, command.effectiveDate());
      requireCurrency(loan, command.fee());
      requireNotBeforeOpening(loan, command.effectiveDate());
    }
    return new ReverseEntry(
        command.loan(),
        Targets.requirePayment(loan, command.paymentId()).entryId(),
        command.reversalId(),
        null,
        command.effectiveDate(),
        "payment_returned",
        command.returnCode(),
        command.metadata(),
        command.time());
  }

  /**
   * The fee, if there is one.
   *
   * @return empty if nothing is charged
   */
  public static Optional<AssessFee> fee(ReturnPayment command) {
    return Optional.ofNullable(command.fee())
        .map(
            fee ->
                new AssessFee(
                    command.loan(),
                    command.feeId(),
                    command.feeEntryId(),
                    fee,
                    command.effectiveDate(),
                    "returned_payment",
                    command.returnCode(),
                    null,
                    command.metadata(),
                    command.time()));
  }
}
