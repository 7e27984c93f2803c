package io.cascadeledger.loan.state;

import io.cascadeledger.loan.terms.ChargeBasis;
import io.cascadeledger.loan.terms.DelinquencyPause;
import io.cascadeledger.loan.terms.PauseEnd;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.loan.terms.TermsChange;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.UUID;

/**
 * What was asked of a movement whose effect depends on where the loan stands: enough to work the
 * effect out again when something earlier changes.
 *
 * @param kind the kind of a payment or another credit; null for anything else
 * @param target what the payment was to pay, or null if the loan's waterfall decides
 * @param subjectEntryId the entry that a chargeback takes money back from; null for anything else
 * @param change what of the terms changes; null for anything but a change of terms
 * @param charge what a charge follows from that the ledger makes by itself; null for anything else
 * @param pause days that do not count as days past due; null for anything but a pause
 * @param pauseEnd where a pause ends earlier; null for anything else
 */
public record Instruction(
    PaymentKind kind,
    PaymentTarget target,
    UUID subjectEntryId,
    TermsChange change,
    ChargeBasis charge,
    DelinquencyPause pause,
    PauseEnd pauseEnd) {

  /** What was asked of a movement of money. */
  public Instruction(PaymentKind kind, PaymentTarget target, UUID subjectEntryId) {
    this(kind, target, subjectEntryId, null, null, null, null);
  }

  /** A change of terms. */
  public static Instruction of(TermsChange change) {
    return new Instruction(null, null, null, change, null, null, null);
  }

  /** A charge that the ledger makes by itself. */
  public static Instruction of(ChargeBasis charge) {
    return new Instruction(null, null, null, null, charge, null, null);
  }

  /** Days that do not count as days past due. */
  public static Instruction of(DelinquencyPause pause) {
    return new Instruction(null, null, null, null, null, pause, null);
  }

  /** A pause ends earlier. */
  public static Instruction of(PauseEnd pauseEnd) {
    return new Instruction(null, null, null, null, null, null, pauseEnd);
  }

  /** Something without further wishes: its type says what it is. */
  public static final Instruction PLAIN = new Instruction(null, null, null);

  /** A payment of the borrower, split by the loan's waterfall. */
  public static final Instruction REGULAR = new Instruction(PaymentKind.REGULAR, null, null);

  /** An equal instruction: if it is one of the plain ones, that which is there once for all. */
  static Instruction shared(Instruction instruction) {
    if (REGULAR.equals(instruction)) {
      return REGULAR;
    }
    return PLAIN.equals(instruction) ? PLAIN : instruction;
  }
}
