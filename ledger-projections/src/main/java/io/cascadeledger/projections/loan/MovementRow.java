package io.cascadeledger.projections.loan;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.BalanceAdjusted;
import io.cascadeledger.loan.event.ChargeAdjusted;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.CreditRefunded;
import io.cascadeledger.loan.event.DisbursementPosted;
import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import io.cascadeledger.loan.event.InterestAccrued;
import io.cascadeledger.loan.event.InterestEarned;
import io.cascadeledger.loan.event.LoanChargedOff;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.event.LoanSold;
import io.cascadeledger.loan.event.LoanWrittenOff;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PenaltyAssessed;
import io.cascadeledger.loan.event.RecoveryPosted;
import io.cascadeledger.loan.event.SuspenseApplied;
import io.cascadeledger.loan.event.WaiverGranted;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.sql.MetadataJson;
import io.cascadeledger.waterfall.Allocation;
import java.util.function.ToLongFunction;

/**
 * A movement of a loan, as it was posted.
 *
 * @param position the position of its event
 * @param event its event
 * @param movement the same as the domain reads it
 */
record MovementRow(long position, LoanMovement event, Movement movement) {

  static MovementRow of(long position, LoanMovement event) {
    return new MovementRow(position, event, Movement.of(event, position));
  }

  /** The kind of a payment; null of anything else. */
  PaymentKind paymentKind() {
    return movement.type() == EntryType.PAYMENT_RECEIVED ? movement.instruction().kind() : null;
  }

  /** The amount; of a charge-off or write-off what was owed, which is all that left with it. */
  long amountMinor() {
    return switch (movement.type()) {
      case CHARGE_OFF, WRITE_OFF -> -LoanBalance.of(movement.lines()::debitMinusCredit).owedMinor();
      default -> movement.amountMinor();
    };
  }

  String currency() {
    return movement.lines().list().getFirst().amount().currency().getCurrencyCode();
  }

  /** A part of the allocation; null if there is none. */
  Long part(ToLongFunction<Allocation> part) {
    return movement.allocation() == null ? null : part.applyAsLong(movement.allocation());
  }

  String sourceMethod() {
    return switch (event) {
      case PaymentPosted it -> it.sourceMethod();
      case RecoveryPosted it -> it.sourceMethod();
      default -> null;
    };
  }

  String externalRef() {
    return switch (event) {
      case PaymentPosted it -> it.externalRef();
      case RecoveryPosted it -> it.externalRef();
      default -> null;
    };
  }

  /** The caller's notes as JSON; null if there can be none. */
  String metadata() {
    Metadata metadata =
        switch (event) {
          case DisbursementPosted it -> it.metadata();
          case FeeAssessed it -> it.metadata();
          case PenaltyAssessed it -> it.metadata();
          case PaymentPosted it -> it.metadata();
          case SuspenseApplied it -> it.metadata();
          case CreditRefunded it -> it.metadata();
          case ChargebackPosted it -> it.metadata();
          case WaiverGranted it -> it.metadata();
          case ChargeAdjusted it -> it.metadata();
          case BalanceAdjusted it -> it.metadata();
          case LoanChargedOff it -> it.metadata();
          case LoanWrittenOff it -> it.metadata();
          case RecoveryPosted it -> it.metadata();
          case LoanSold it -> it.metadata();
          case EntryReversed it -> it.metadata();
          case InterestAccrued _, InterestEarned _, EntryRestated _ -> null;
        };
    return metadata == null ? null : MetadataJson.write(metadata);
  }
}
