package io.cascadeledger.given;

import static io.cascadeledger.given.Sample.NOW;
import static io.cascadeledger.given.Sample.entryId;
import static io.cascadeledger.given.Sample.id;

import io.cascadeledger.loan.adjustment.AdjustBalance;
import io.cascadeledger.loan.chargeback.PostChargeback;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.loss.ChargeOffLoan;
import io.cascadeledger.loan.loss.PostRecovery;
import io.cascadeledger.loan.loss.WriteOffLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.payment.ReturnPayment;
import io.cascadeledger.loan.sale.SellLoan;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.suspense.RefundCredit;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.waiver.AdjustCharge;
import io.cascadeledger.loan.waiver.GrantWaiver;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;

/**
 * The commands of a loan's life after its payout. A movement and its entry are known by a name.
 *
 * @param of the loan, the currency and the effective date that they carry
 */
public record ServicingCommands(LoanCommands of) {

  public static ServicingCommands inUsd() {
    return new ServicingCommands(LoanCommands.inUsd());
  }

  public ServicingCommands on(LocalDate date) {
    return new ServicingCommands(of.on(date));
  }

  public AssessPenalty assessPenalty(String name, long minor) {
    return new AssessPenalty(
        of.loan(),
        id(name),
        entryId(name),
        money(minor),
        of.date(),
        "late_payment",
        null,
        null,
        Metadata.NONE,
        NOW);
  }

  public PostPayment pay(String name, long minor, PaymentKind kind) {
    return pay(name, minor, kind, null);
  }

  public PostPayment pay(String name, long minor, PaymentTarget target) {
    return pay(name, minor, PaymentKind.REGULAR, target);
  }

  public PostPayment pay(String name, long minor, PaymentKind kind, PaymentTarget target) {
    return new PostPayment(
        of.loan(),
        id(name),
        entryId(name),
        of.borrower(),
        money(minor),
        of.date(),
        null,
        null,
        kind,
        target,
        Metadata.NONE,
        NOW);
  }

  public ApplySuspense apply(String name, long minor, PaymentTarget target) {
    return new ApplySuspense(
        of.loan(), id(name), entryId(name), money(minor), of.date(), target, Metadata.NONE, NOW);
  }

  public RefundCredit refund(String name, long minor) {
    return new RefundCredit(
        of.loan(),
        id(name),
        entryId(name),
        money(minor),
        of.date(),
        null,
        null,
        null,
        Metadata.NONE,
        NOW);
  }

  /** Takes back some of the payment of a name. */
  public PostChargeback chargeBack(String name, String payment, long minor) {
    return new PostChargeback(
        of.loan(),
        id(name),
        entryId(name),
        id(payment),
        money(minor),
        of.date(),
        null,
        Metadata.NONE,
        NOW);
  }

  public GrantWaiver waive(String name, long minor, PaymentTarget target) {
    return new GrantWaiver(
        of.loan(),
        id(name),
        entryId(name),
        money(minor),
        of.date(),
        target,
        null,
        Metadata.NONE,
        NOW);
  }

  /** Makes the charge of a name smaller. */
  public AdjustCharge adjustCharge(String name, String charge, long minor) {
    return new AdjustCharge(
        of.loan(),
        id(name),
        entryId(name),
        id(charge),
        money(minor),
        of.date(),
        null,
        Metadata.NONE,
        NOW);
  }

  public AdjustBalance adjust(String name, Component component, long minor) {
    return new AdjustBalance(
        of.loan(),
        id(name),
        entryId(name),
        component,
        money(minor),
        of.date(),
        "rounding",
        Metadata.NONE,
        NOW);
  }

  public ChargeOffLoan chargeOff(String name) {
    return new ChargeOffLoan(
        of.loan(), id(name), entryId(name), of.date(), null, Metadata.NONE, NOW);
  }

  public WriteOffLoan writeOff(String name) {
    return new WriteOffLoan(
        of.loan(), id(name), entryId(name), of.date(), null, Metadata.NONE, NOW);
  }

  public PostRecovery recover(String name, long minor) {
    return new PostRecovery(
        of.loan(),
        id(name),
        entryId(name),
        money(minor),
        of.date(),
        null,
        null,
        Metadata.NONE,
        NOW);
  }

  public SellLoan sell(String name, long price) {
    return new SellLoan(
        of.loan(),
        id(name),
        entryId(name),
        "southwind",
        money(price),
        of.date(),
        Metadata.NONE,
        NOW);
  }

  /** Returns the payment of a name without a fee. */
  public ReturnPayment returned(String payment) {
    return returned(payment, null, null);
  }

  /** Returns the payment of a name and charges a fee, which is known by a name of its own. */
  public ReturnPayment returned(String payment, String fee, long feeMinor) {
    return returned(payment, fee, money(feeMinor));
  }

  private ReturnPayment returned(String payment, String feeName, Money fee) {
    return new ReturnPayment(
        of.loan(),
        id(payment),
        entryId("reversal of " + payment),
        "R01",
        feeName == null ? null : id(feeName),
        feeName == null ? null : entryId(feeName),
        fee,
        of.date(),
        Metadata.NONE,
        NOW);
  }

  private Money money(long minor) {
    return new Money(minor, of.currency());
  }
}
