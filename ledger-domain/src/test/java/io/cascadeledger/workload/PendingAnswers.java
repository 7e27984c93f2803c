package io.cascadeledger.workload;

import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.refusal.RefusalCode;
import java.util.SortedMap;

/** What the ledger must answer to what is asked of pending payments. */
final class PendingAnswers {

  private PendingAnswers() {}

  /** It is refused as any payment would be, and is no movement yet. */
  static SortedMap<Integer, RefusalCode> pend(ModelLoan loan, PostPayment it) {
    Reasons reasons = new Reasons();
    Asked asked = Asked.of(it);
    ModelLedger.objectToShape(reasons, asked, it.time());
    loan.objectTo(reasons, asked);
    return ModelLedger.unless(reasons, () -> loan.pending.announce(asked));
  }

  /** It counts as if it had been posted on that day, and not been pending before. */
  static SortedMap<Integer, RefusalCode> settle(ModelLoan loan, SettlePayment it) {
    Reasons reasons = new Reasons().ofDate(it.effectiveDate(), it.time());
    loan.pending.objectToEnd(reasons, it.paymentId(), it.effectiveDate());
    Asked asked =
        loan.pending
            .payment(it.paymentId())
            .map(known -> known.settled(it.entryId(), it.effectiveDate()))
            .orElse(null);
    if (asked != null) {
      loan.objectTo(reasons, asked);
    }
    return ModelLedger.unless(
        reasons,
        () -> {
          loan.pending.end(
              it.paymentId(),
              RefusalCode.PAYMENT_ALREADY_SETTLED,
              it.reversalId(),
              it.effectiveDate());
          loan.add(asked);
        });
  }

  /** It is taken whatever the loan is. */
  static SortedMap<Integer, RefusalCode> voided(ModelLoan loan, VoidPayment it) {
    Reasons reasons = new Reasons().ofDate(it.effectiveDate(), it.time());
    loan.pending.objectToEnd(reasons, it.paymentId(), it.effectiveDate());
    return ModelLedger.unless(
        reasons,
        () ->
            loan.pending.end(
                it.paymentId(),
                RefusalCode.PAYMENT_ALREADY_VOIDED,
                it.reversalId(),
                it.effectiveDate()));
  }
}
