package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment that is or was pending.
 *
 * @param payment as it was announced
 * @param reversedBy the entry that ended it, or null while it is pending
 * @param endedOn the day on which that counts, or null
 * @param settled whether it ended because it was settled, and not voided
 */
public record PendingPayment(
    PaymentPended payment, UUID reversedBy, LocalDate endedOn, boolean settled) {

  /** Whether it is pending still. */
  public boolean isOpen() {
    return reversedBy == null;
  }

  /** The refusal of what only a payment takes that counts. */
  public Refused refusal() {
    return new Refused(
        RefusalCode.PAYMENT_PENDING,
        "The payment %s is pending. Void it, or settle it first.".formatted(payment.paymentId()));
  }
}
