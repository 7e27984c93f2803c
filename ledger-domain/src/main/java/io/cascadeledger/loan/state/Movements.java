package io.cascadeledger.loan.state;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.DelinquencyPauseEnded;
import io.cascadeledger.loan.event.DelinquencyPaused;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanArrangement;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.TermsChanged;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.PauseEnd;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.PaymentTarget;
import java.time.LocalDate;
import java.util.UUID;

/** Reads events as movements. */
final class Movements {

  private final LoanMovement event;
  private final long sequence;

  private Movements(LoanMovement event, long sequence) {
    this.event = event;
    this.sequence = sequence;
  }

  /** The movement of an event that arrived at a place in the order of arrival. */
  static Movement of(LoanMovement event, long sequence) {
    return new Movements(event, sequence).read();
  }

  /** An arrangement that arrived at a place in the order of arrival. */
  static Movement of(LoanArrangement event, long sequence) {
    return new Movement(
        event.arrangementId(),
        event.arrangementId(),
        EntryType.TERMS_CHANGE,
        event.effectiveDate(),
        sequence,
        instruction(event),
        null,
        Figures.of(0, null, null),
        null);
  }

  private static Instruction instruction(LoanArrangement event) {
    return switch (event) {
      case TermsChanged it -> Instruction.of(it.change());
      case DelinquencyPaused it -> Instruction.of(it.pause());
      case DelinquencyPauseEnded it -> Instruction.of(new PauseEnd(it.pauseId(), it.lastDay()));
    };
  }

  private Movement read() {
    return switch (event) {
      case DisbursementPosted it -> fixed(it.disbursementId(), it.amount(), null);
      case FeeAssessed it -> charge(it.feeId(), it.amount(), it.basis(), it.dueDate());
      case PenaltyAssessed it -> charge(it.penaltyId(), it.amount(), it.basis(), it.dueDate());
      case InterestAccrued it -> fixed(it.accrualId(), it.amount(), null);
      case CreditRefunded it -> fixed(it.refundId(), it.amount(), null);
      case BalanceAdjusted it -> fixed(it.adjustmentId(), it.amount(), null);
      case RecoveryPosted it -> fixed(it.recoveryId(), it.amount(), null);
      case PaymentPosted it ->
          split(it.paymentId(), it.amount(), asked(it.kind(), it.target()), it.allocation());
      case SuspenseApplied it ->
          split(it.applicationId(), it.amount(), asked(null, it.target()), it.allocation());
      case WaiverGranted it ->
          split(
              it.waiverId(), it.amount(), asked(PaymentKind.WAIVER, it.target()), it.allocation());
      case ChargeAdjusted it -> split(it.adjustmentId(), it.amount(), asked(it), it.allocation());
      case ChargebackPosted it ->
          split(
              it.chargebackId(),
              it.amount(),
              new Instruction(null, null, it.paymentEntryId()),
              it.allocation());
      case InterestEarned it -> derived(it.accrualId(), it.amount().minorUnits());
      case LoanChargedOff it -> derived(it.chargeOffId(), 0);
      case LoanWrittenOff it -> derived(it.writeOffId(), 0);
      case LoanSold it -> derived(it.saleId(), it.price().minorUnits());
      case EntryReversed it -> correction(it.entry());
      case EntryRestated it -> correction(it.entry());
    };
  }

  private static Instruction asked(ChargeAdjusted adjusted) {
    return asked(
        adjusted.component() == Component.FEES
            ? PaymentKind.FEE_ADJUSTMENT
            : PaymentKind.PENALTY_ADJUSTMENT,
        new PaymentTarget.OneCharge(adjusted.chargeId()));
  }

  private static Instruction asked(PaymentKind named, PaymentTarget target) {
    PaymentKind kind = named == null ? PaymentKind.REGULAR : named;
    return kind == PaymentKind.REGULAR && target == null
        ? Instruction.REGULAR
        : new Instruction(kind, target, null);
  }

  private Movement fixed(UUID id, Money amount, LocalDate dueDate) {
    return movement(id, amount.minorUnits(), null, dueDate, null);
  }

  private Movement charge(UUID id, Money amount, ChargeBasis basis, LocalDate dueDate) {
    Instruction instruction = basis == null ? null : Instruction.of(basis);
    return movement(id, amount.minorUnits(), instruction, dueDate, null);
  }

  private Movement split(UUID id, Money amount, Instruction instruction, Allocation allocation) {
    return movement(id, amount.minorUnits(), instruction, null, allocation);
  }

  private Movement derived(UUID id, long amountMinor) {
    return movement(id, amountMinor, Instruction.PLAIN, null, null);
  }

  private Movement correction(JournalEntry entry) {
    return movement(entry.id(), 0, null, null, null);
  }

  private Movement movement(
      UUID id,
      long amountMinor,
      Instruction instruction,
      LocalDate dueDate,
      Allocation allocation) {
    JournalEntry entry = event.entry();
    return new Movement(
        id,
        entry.id(),
        entry.type(),
        entry.effectiveDate(),
        sequence,
        instruction,
        dueDate,
        Figures.of(amountMinor, entry.lines(), allocation),
        null);
  }
}
