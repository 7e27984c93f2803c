package io.cascadeledger.loan.payment;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.PendingPayment;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.UUID;

/** What the target of a payment or waiver may name. */
public final class Targets {

  private Targets() {}

  /**
   * A charge that is named is one of the loan.
   *
   * @param target the target, or null if none is named
   */
  public static void requireKnown(LoanState loan, PaymentTarget target) {
    if (target instanceof PaymentTarget.OneCharge(UUID chargeId)) {
      requireCharge(loan, chargeId);
    }
  }

  /**
   * A charge of the loan.
   *
   * @param chargeId the movement that charged it
   * @return that movement
   */
  public static Movement requireCharge(LoanState loan, UUID chargeId) {
    return loan.movement(chargeId)
        .filter(
            it -> it.type() == EntryType.FEE_ASSESSED || it.type() == EntryType.PENALTY_ASSESSED)
        .orElseThrow(
            () ->
                new Refused(
                    RefusalCode.CHARGE_NOT_FOUND, "The loan has no charge " + chargeId + "."));
  }

  /**
   * A payment of the loan that has not been undone.
   *
   * @param paymentId the payment
   * @return its movement
   */
  public static Movement requirePayment(LoanState loan, UUID paymentId) {
    return loan.movement(paymentId)
        .filter(it -> it.type() == EntryType.PAYMENT_RECEIVED)
        .orElseThrow(() -> noPayment(loan, paymentId));
  }

  private static Refused noPayment(LoanState loan, UUID paymentId) {
    return loan.pending()
        .payment(paymentId)
        .filter(PendingPayment::isOpen)
        .map(PendingPayment::refusal)
        .orElseGet(
            () ->
                new Refused(
                    RefusalCode.PAYMENT_NOT_FOUND,
                    "The loan has no payment " + paymentId + " that still counts."));
  }
}
