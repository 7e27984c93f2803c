package io.cascadeledger.loan.waiver;

import io.cascadeledger.journal.EntryType;
import io.cascadeledger.loan.payment.Targets;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.waterfall.PaymentTarget;
import java.util.UUID;

/** By how much a charge may still be reduced. */
final class Reductions {

  private Reductions() {}

  /**
   * A charge was at least so large, less what it has been reduced by before.
   *
   * @return the movement that charged it
   */
  static Movement requireWithin(LoanState loan, UUID chargeId, Money amount) {
    Movement charge = Targets.requireCharge(loan, chargeId);
    long reduced =
        loan.history().stream()
            .filter(it -> it.type() == EntryType.WAIVER && names(it, chargeId))
            .mapToLong(Movement::amountMinor)
            .sum();
    long left = charge.amountMinor() - reduced;
    if (amount.minorUnits() > left) {
      throw new Refused(
          RefusalCode.EXCEEDS_CHARGE,
          "The charge of %d can be reduced by another %d at most."
              .formatted(charge.amountMinor(), left));
    }
    return charge;
  }

  private static boolean names(Movement movement, UUID chargeId) {
    return movement.instruction().target() instanceof PaymentTarget.OneCharge(UUID named)
        && named.equals(chargeId);
  }
}
