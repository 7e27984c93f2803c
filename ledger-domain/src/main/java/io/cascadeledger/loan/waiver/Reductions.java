package io.cascadeledger.loan.waiver;

import io.cascadeledger.loan.payment.Targets;
import io.cascadeledger.loan.state.LoanState;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.money.Money;
import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import java.time.LocalDate;
import java.util.UUID;

/** By how much a charge may still be reduced. */
final class Reductions {

  private Reductions() {}

  /**
   * A charge was made by then, and it was at least so large, less what it has been reduced by
   * before.
   *
   * @return the movement that charged it
   */
  static Movement requireWithin(
      LoanState loan, UUID chargeId, Money amount, LocalDate effectiveDate) {
    Movement charge = Targets.requireCharge(loan, chargeId);
    if (effectiveDate.isBefore(charge.effectiveDate())) {
      throw new Refused(
          RefusalCode.EFFECTIVE_DATE_BEFORE_ENTRY,
          "The effective date %s lies before that of the charge, %s."
              .formatted(effectiveDate, charge.effectiveDate()));
    }
    long reduced =
        loan.history().stream()
            .filter(it -> it.restsOn(charge))
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
}
