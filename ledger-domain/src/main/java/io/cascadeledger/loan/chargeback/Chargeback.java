package io.cascadeledger.loan.chargeback;

import static io.cascadeledger.loan.state.MovementRules.requireAmount;
import static io.cascadeledger.loan.state.MovementRules.requireEffectiveDate;
import static io.cascadeledger.loan.state.MovementRules.requireTaken;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.event.ChargebackPosted;
import io.cascadeledger.loan.event.LoanEvent;
import io.cascadeledger.loan.payment.Targets;
import io.cascadeledger.loan.replay.Replay;
import io.cascadeledger.loan.replay.Replay.Outcome;
import io.cascadeledger.loan.replay.Restatements;
import io.cascadeledger.loan.state.Instruction;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.util.List;

/** Decides on a chargeback: what the payment paid is owed again, cash clearing is credited. */
public final class Chargeback {

  private Chargeback() {}

  /**
   * Decides.
   *
   * @return the chargeback, and what it restates if it counts before others
   * @throws Refused if the loan has no such payment, or if it was not so large
   */
  public static List<LoanEvent> decide(LoanState loan, PostChargeback command) {
    requireAmount(command.amount());
    requireEffectiveDate(command.effectiveDate(), command.time());

    requireTaken(loan, command.amount(), command.effectiveDate());
    Movement payment = Targets.requirePayment(loan, command.paymentId());
    if (command.effectiveDate().isBefore(payment.effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The chargeback's effective date %s lies before that of the payment, %s."
              .formatted(command.effectiveDate(), payment.effectiveDate()));
    }
    requireNoMoreThanPaid(loan, command, payment);
    Outcome outcome =
        Replay.put(
            loan,
            Movement.asked(
                loan,
                command.chargebackId(),
                command.entryId(),
                EntryType.CHARGEBACK,
                command.effectiveDate(),
                command.amount().minorUnits(),
                new Instruction(null, null, payment.entryId())));
    ChargebackPosted posted =
        new ChargebackPosted(
            command.loan(),
            command.chargebackId(),
            payment.entryId(),
            command.amount(),
            command.reason(),
            outcome.movement().allocation(),
            command.metadata(),
            outcome.movement().entry(),
            command.time().postedAt());
    return Restatements.with(posted, outcome);
  }

  private static void requireNoMoreThanPaid(
      LoanState loan, PostChargeback command, Movement payment) {
    long left = loan.standing().chargeable(payment.entryId()).totalMinor();
    if (command.amount().minorUnits() > left) {
      throw new Refused(
          RefusalCode.EXCEEDS_PAYMENT,
          "Only %d of the payment have not been charged back.".formatted(left));
    }
  }
}
