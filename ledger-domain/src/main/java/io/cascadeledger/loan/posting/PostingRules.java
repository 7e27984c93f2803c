package io.cascadeledger.loan.posting;

import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;

/**
 * The posting rules of movements whose effect depends on where the loan stands. They are asked when
 * such a movement is decided on, and again when something is put before it or taken away.
 */
public final class PostingRules {

  private PostingRules() {}

  /**
   * What a movement does.
   *
   * @param loan where the loan stands before it
   * @param movement a movement that {@linkplain Movement#depends depends} on that; its lines and
   *     allocation are not looked at
   * @return its effect on the books
   */
  public static Effect effect(Standing loan, Movement movement) {
    return switch (movement.type()) {
      case PAYMENT_RECEIVED, SUSPENSE_APPLIED, WAIVER -> Crediting.of(loan, movement);
      case ACCRUAL -> Earning.of(loan, movement);
      case FEE_ASSESSED, PENALTY_ASSESSED -> Charging.of(loan, movement);
      case CHARGEBACK -> Reopening.of(loan, movement);
      case CHARGE_OFF, WRITE_OFF, LOAN_SALE -> Leaving.of(loan, movement);
      default ->
          throw new IllegalArgumentException(
              "the effect of %s does not depend on the loan".formatted(movement.type()));
    };
  }
}
