package io.cascadeledger.workload;

import io.cascadeledger.loan.accrual.AccrueInterest;
import io.cascadeledger.loan.adjustment.AdjustBalance;
import io.cascadeledger.loan.chargeback.PostChargeback;
import io.cascadeledger.loan.disbursement.PostDisbursement;
import io.cascadeledger.loan.fee.AssessFee;
import io.cascadeledger.loan.fee.AssessPenalty;
import io.cascadeledger.loan.loss.ChargeOffLoan;
import io.cascadeledger.loan.loss.PostRecovery;
import io.cascadeledger.loan.loss.WriteOffLoan;
import io.cascadeledger.loan.payment.PostPayment;
import io.cascadeledger.loan.sale.SellLoan;
import io.cascadeledger.loan.state.LoanCommand;
import io.cascadeledger.loan.suspense.ApplySuspense;
import io.cascadeledger.loan.suspense.RefundCredit;
import io.cascadeledger.loan.waiver.AdjustCharge;
import io.cascadeledger.loan.waiver.GrantWaiver;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/**
 * A movement as somebody asked for it, without what came of it.
 *
 * @param kind what it is
 * @param id its identity
 * @param entry the identity of its entry
 * @param date the day on which it counts
 * @param minor its amount; zero if it has none
 * @param currency its currency; null if it has none
 * @param borrower the borrower named, or null
 * @param part what it adds to, or the one part that it is to pay; null for none
 * @param subject the charge or payment that it is about, or null
 * @param split the parts that it is to pay, or null
 */
record Asked(
    Kind kind,
    UUID id,
    UUID entry,
    LocalDate date,
    long minor,
    Currency currency,
    UUID borrower,
    Part part,
    UUID subject,
    Map<Part, Long> split) {

  /** What can be asked. */
  enum Kind {
    DISBURSEMENT,
    CHARGE,
    INTEREST,
    ADJUSTMENT,
    PAYMENT,
    APPLICATION,
    WAIVER,
    CHARGEBACK,
    REFUND,
    CHARGE_OFF,
    WRITE_OFF,
    SALE,
    RECOVERY
  }

  static Asked of(LoanCommand command) {
    return switch (command) {
      case PostDisbursement it ->
          plain(Kind.DISBURSEMENT, it.disbursementId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .with(it.borrowerId())
              .with(Part.PRINCIPAL);
      case AssessFee it ->
          plain(Kind.CHARGE, it.feeId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .with(Part.FEES);
      case AssessPenalty it ->
          plain(Kind.CHARGE, it.penaltyId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .with(Part.PENALTIES);
      case AccrueInterest it -> interest(it.entryId(), it.accrualDate(), it.interestMinor());
      case AdjustBalance it ->
          plain(Kind.ADJUSTMENT, it.adjustmentId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .with(Part.of(it.component()));
      case PostPayment it ->
          plain(Kind.PAYMENT, it.paymentId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .with(it.borrowerId())
              .to(it.target());
      case ApplySuspense it ->
          plain(Kind.APPLICATION, it.applicationId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .to(it.target());
      case GrantWaiver it ->
          plain(Kind.WAIVER, it.waiverId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .to(it.target());
      case AdjustCharge it ->
          plain(Kind.WAIVER, it.adjustmentId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .about(it.chargeId());
      case PostChargeback it ->
          plain(Kind.CHARGEBACK, it.chargebackId(), it.entryId(), it.effectiveDate())
              .with(it.amount())
              .about(it.paymentId());
      case RefundCredit it ->
          plain(Kind.REFUND, it.refundId(), it.entryId(), it.effectiveDate()).with(it.amount());
      case ChargeOffLoan it ->
          plain(Kind.CHARGE_OFF, it.chargeOffId(), it.entryId(), it.effectiveDate());
      case WriteOffLoan it ->
          plain(Kind.WRITE_OFF, it.writeOffId(), it.entryId(), it.effectiveDate());
      case SellLoan it ->
          plain(Kind.SALE, it.saleId(), it.entryId(), it.effectiveDate()).with(it.price());
      case PostRecovery it ->
          plain(Kind.RECOVERY, it.recoveryId(), it.entryId(), it.effectiveDate()).with(it.amount());
      default -> throw new IllegalArgumentException("no movement: " + command);
    };
  }

  static Asked interest(UUID entry, LocalDate date, long minor) {
    return new Asked(
        Kind.INTEREST, entry, entry, date, minor, null, null, Part.INTEREST, null, null);
  }

  private static Asked plain(Kind kind, UUID id, UUID entry, LocalDate date) {
    return new Asked(kind, id, entry, date, 0, null, null, null, null, null);
  }

  private Asked with(Money amount) {
    return new Asked(
        kind,
        id,
        entry,
        date,
        amount.minorUnits(),
        amount.currency(),
        borrower,
        part,
        subject,
        split);
  }

  private Asked with(UUID someone) {
    return new Asked(kind, id, entry, date, minor, currency, someone, part, subject, split);
  }

  private Asked with(Part one) {
    return new Asked(kind, id, entry, date, minor, currency, borrower, one, subject, split);
  }

  private Asked about(UUID other) {
    return new Asked(kind, id, entry, date, minor, currency, borrower, part, other, split);
  }

  private Asked to(PaymentTarget target) {
    return switch (target) {
      case null -> this;
      case PaymentTarget.OneComponent it -> with(Part.of(it.component()));
      case PaymentTarget.OneCharge it -> about(it.chargeId());
      case PaymentTarget.Split it ->
          new Asked(
              kind,
              id,
              entry,
              date,
              minor,
              currency,
              borrower,
              part,
              subject,
              Part.of(it.allocation()));
    };
  }

  /** The payment, by whomever it was announced, as it is posted when it is settled. */
  Asked settled(UUID bookedBy, LocalDate counted) {
    return new Asked(kind, id, bookedBy, counted, minor, currency, borrower, part, subject, split);
  }

  /** Whether it is a reduction of a charge or a chargeback of a payment. */
  boolean restsOn(Asked other) {
    return (kind == Kind.WAIVER || kind == Kind.CHARGEBACK) && other.id.equals(subject);
  }

  /** Whether the loan leaves the books by it. */
  boolean leaves() {
    return kind == Kind.CHARGE_OFF || kind == Kind.WRITE_OFF || kind == Kind.SALE;
  }
}
