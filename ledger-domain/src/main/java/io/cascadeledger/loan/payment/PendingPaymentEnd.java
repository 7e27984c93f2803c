package io.cascadeledger.loan.payment;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.PendingPayment;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides on the end of a pending payment: it is settled, and posted like any other, or voided.
 * Either way the entry that booked it as pending is undone by one that mirrors it.
 */
public final class PendingPaymentEnd {

  private PendingPaymentEnd() {}

  /**
   * Decides on a settlement.
   *
   * @return the payment, that it is pending no more, and what it restates if it counts before
   *     others
   * @throws Refused if it is not pending, or could not be posted as a payment
   */
  public static List<LoanEvent> settle(LoanState loan, SettlePayment command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    PaymentPended pended = requirePending(loan, command.paymentId());
    requireActive(loan, command.effectiveDate());

    requireNotBeforeOpening(loan, command.effectiveDate());
    requireNotBefore(pended, command.effectiveDate());
    List<LoanEvent> events = new ArrayList<>(Payment.decide(loan, payment(pended, command)));

    PaymentSettled settled =
        new PaymentSettled(
            command.loan(),
            command.paymentId(),
            pended.entry().id(),
            command.entryId(),
            pended.entry().reversal(command.reversalId(), command.effectiveDate()),
            command.time().postedAt());
    events.add(1, settled);
    return events;
  }

  /** The payment as it would have been posted on that day. */
  private static PostPayment payment(PaymentPended pended, SettlePayment command) {
    return new PostPayment(
        command.loan(),
        command.paymentId(),
        command.entryId(),
        null,
        pended.amount(),
        command.effectiveDate(),
        pended.sourceMethod(),
        pended.externalRef(),
        Optional.ofNullable(pended.kind()).orElse(PaymentKind.REGULAR),
        pended.target(),
        pended.metadata(),
        command.time());
  }

  /**
   * Decides on a voiding. It is taken whatever has become of the loan.
   *
   * @throws Refused if the payment is not pending
   */
  public static PaymentVoided voided(LoanState loan, VoidPayment command) {
    requireEffectiveDate(command.effectiveDate(), command.time());

    PaymentPended pended = requirePending(loan, command.paymentId());

    requireNotBefore(pended, command.effectiveDate());
    return new PaymentVoided(
        command.loan(),
        command.paymentId(),
        pended.entry().id(),
        command.reasonCode(),
        command.reasonDescription(),
        command.metadata(),
        pended.entry().reversal(command.reversalId(), command.effectiveDate()),
        command.time().postedAt());
  }

  private static PaymentPended requirePending(LoanState loan, UUID paymentId) {
    PendingPayment payment =
        loan.pending()
            .payment(paymentId)
            .orElseThrow(
                () ->
                    new Refused(
                        RefusalCode.PAYMENT_NOT_PENDING,
                        "The loan has no payment %s that was posted as pending."
                            .formatted(paymentId)));
    if (!payment.isOpen()) {
      throw new Refused(
          payment.settled()
              ? RefusalCode.PAYMENT_ALREADY_SETTLED
              : RefusalCode.PAYMENT_ALREADY_VOIDED,
          "The payment %s was %s; the journal entry %s has ended it."
              .formatted(
                  paymentId, payment.settled() ? "settled" : "voided", payment.reversedBy()));
    }
    return payment.payment();
  }

  private static void requireNotBefore(PaymentPended pended, LocalDate effectiveDate) {
    if (effectiveDate.isBefore(pended.effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The effective date %s lies before the day from which the payment is pending, %s."
              .formatted(effectiveDate, pended.effectiveDate()));
    }
  }
}
