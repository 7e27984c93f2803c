package io.cascadeledger.loan.state;

import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentSettled;
import io.cascadeledger.loan.event.PaymentVoided;
import io.cascadeledger.loan.event.PendingPaymentEvent;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The payments of a loan that are or were pending. They stand beside its movements: while they are
 * pending they are none.
 */
public final class PendingPayments {

  private Map<UUID, PendingPayment> payments = new LinkedHashMap<>();

  void evolve(PendingPaymentEvent event) {
    switch (event) {
      case PaymentPended pended ->
          payments.put(pended.paymentId(), new PendingPayment(pended, null, null, false));
      case PaymentSettled settled -> end(settled, true);
      case PaymentVoided voided -> end(voided, false);
    }
  }

  private void end(PendingPaymentEvent event, boolean settled) {
    payments.computeIfPresent(
        event.paymentId(),
        (_, it) ->
            new PendingPayment(it.payment(), event.entry().id(), event.effectiveDate(), settled));
  }

  /** A payment that is or was pending, by its own identity. */
  public Optional<PendingPayment> payment(UUID paymentId) {
    return Optional.ofNullable(payments.get(paymentId));
  }

  /** The payment that was booked as pending by an entry, or is pending no more because of it. */
  public Optional<PendingPayment> ofEntry(UUID entryId) {
    return payments.values().stream()
        .filter(it -> it.payment().entry().id().equals(entryId) || entryId.equals(it.reversedBy()))
        .findFirst();
  }

  /** How many are pending. */
  public long open() {
    return payments.values().stream().filter(PendingPayment::isOpen).count();
  }

  /** What is pending in all, in minor units. */
  public BigInteger openMinor() {
    return payments.values().stream()
        .filter(PendingPayment::isOpen)
        .map(it -> BigInteger.valueOf(it.payment().amount().minorUnits()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  PendingPayments copy() {
    PendingPayments copy = new PendingPayments();
    copy.payments.putAll(payments);
    return copy;
  }
}
