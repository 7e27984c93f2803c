package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.SettlePayment;
import io.cascadeledger.loan.payment.VoidPayment;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;

/**
 * Commands for payments of one loan that are pending. The entry of a pending payment and that of
 * its settlement are known by names that follow from the payment's.
 *
 * @param loan what they have in common
 */
public record PendingCommands(LoanCommands loan) {

  public static PendingCommands inUsd() {
    return new PendingCommands(LoanCommands.inUsd());
  }

  public PendingCommands on(LocalDate date) {
    return new PendingCommands(loan.on(date));
  }

  public PostPayment pend(String name, long minor) {
    return pend(name, minor, PaymentKind.REGULAR, null);
  }

  public PostPayment pend(String name, long minor, PaymentKind kind, PaymentTarget target) {
    PostPayment it = loan.pay(name, minor);
    return new PostPayment(
        it.loan(),
        it.paymentId(),
        entryId(pending(name)),
        it.borrowerId(),
        it.amount(),
        it.effectiveDate(),
        "ach",
        "ref of " + name,
        kind,
        target,
        Layer.PENDING,
        Metadata.NONE,
        NOW);
  }

  public SettlePayment settle(String name) {
    return settle(name, "end of " + name);
  }

  /** Settles a payment; the entry that undoes the pending one is known by a name. */
  public SettlePayment settle(String name, String end) {
    return new SettlePayment(
        loan.loan(), id(name), entryId(settled(name)), entryId(end), loan.date(), NOW);
  }

  public VoidPayment voided(String name) {
    return voided(name, "end of " + name);
  }

  /** Voids a payment; the entry that undoes the pending one is known by a name. */
  public VoidPayment voided(String name, String end) {
    return new VoidPayment(
        loan.loan(),
        id(name),
        entryId(end),
        loan.date(),
        "payment_returned",
        "R01",
        Metadata.NONE,
        NOW);
  }

  /** The name of the entry of a payment while it is pending. */
  public static String pending(String name) {
    return "pending " + name;
  }

  /** The name of the entry of a payment that was settled: that of any payment. */
  public static String settled(String name) {
    return name;
  }
}
