package io.cascadeledger.loan.payment;

import static io.cascadeledger.loan.state.MovementRules.requireActive;
import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireBorrower;
import static io.cascadeledger.loan.state.MovementRules.requireCurrency;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireNotBeforeOpening;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.JournalEntry;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.posting.PostingRules;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.List;

/**
 * Decides on a payment: the waterfall splits it, or what it is directed to; where it comes from is
 * debited, what it pays credited. One that is to be pending is refused as one that counts would be,
 * and changes nothing of the loan.
 */
public final class Payment {

  private Payment() {}

  /**
   * Decides.
   *
   * @return the payment, and what it restates if it counts before others; or the one that is
   *     pending
   * @throws Refused if the movement is unsound
   */
  public static List<LoanEvent> decide(LoanState loan, PostPayment command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());
    requireSum(command);

    requireActive(loan, command.effectiveDate());

    requireCurrency(loan, command.amount());
    requireBorrower(loan, command.borrowerId());
    requireNotBeforeOpening(loan, command.effectiveDate());
    Targets.requireKnown(loan, command.target());
    Outcome outcome =
        Replay.put(
            loan,
            asked(loan, command),
            placed -> requirePlaced(loan, command, placed.allocation()));
    if (command.layer() == Layer.PENDING) {
      return List.of(pended(loan, command));
    }
    Movement payment = outcome.movement();
    PaymentPosted posted =
        new PaymentPosted(
            command.loan(),
            command.paymentId(),
            command.amount(),
            command.sourceMethod(),
            command.externalRef(),
            named(command.kind()),
            command.target(),
            payment.allocation(),
            command.metadata(),
            payment.entry(),
            command.time().postedAt());
    return Restatements.with(posted, outcome);
  }

  private static PaymentPended pended(LoanState loan, PostPayment command) {
    Lines lines = loan.accounts().of(PostingRules.pending(command.kind(), command.amount()));
    return new PaymentPended(
        command.loan(),
        command.paymentId(),
        command.amount(),
        command.sourceMethod(),
        command.externalRef(),
        named(command.kind()),
        command.target(),
        command.metadata(),
        new JournalEntry(
            command.entryId(), EntryType.PAYMENT_RECEIVED, command.effectiveDate(), lines),
        command.time().postedAt());
  }

  private static PaymentKind named(PaymentKind kind) {
    return kind == PaymentKind.REGULAR ? null : kind;
  }

  private static Movement asked(LoanState loan, PostPayment command) {
    Instruction instruction =
        command.kind() == PaymentKind.REGULAR && command.target() == null
            ? Instruction.REGULAR
            : new Instruction(command.kind(), command.target(), null);
    return Movement.asked(
        loan,
        command.paymentId(),
        command.entryId(),
        EntryType.PAYMENT_RECEIVED,
        command.effectiveDate(),
        command.amount().minorUnits(),
        instruction);
  }

  private static void requireSum(PostPayment command) {
    if (command.target() instanceof PaymentTarget.Split(Allocation split)
        && split.totalMinor() != command.amount().minorUnits()) {
      throw new Refused(
          RefusalCode.SPLIT_DOES_NOT_SUM,
          "The parts sum to %d, the payment is %s."
              .formatted(split.totalMinor(), command.amount()));
    }
  }

  private static void requirePlaced(LoanState loan, PostPayment command, Allocation allocation) {
    if (command.target() instanceof PaymentTarget.Split(Allocation split)
        && !split.equals(allocation)) {
      throw new Refused(
          RefusalCode.EXCEEDS_OWED, "The payment's parts exceed what is owed of them.");
    }
    if (allocation.suspenseMinor() > 0
        && command.target() == null
        && loan.policy().excess() == Excess.REFUSE) {
      throw new Refused(
          RefusalCode.PAYMENT_EXCEEDS_OWED,
          "The payment exceeds what it may pay by %d.".formatted(allocation.suspenseMinor()));
    }
  }
}
