package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.money.Money;

/**
 * The posting rules of movements whose effect depends on where the loan stands. They are asked when
 * such a movement is decided on, and again when something is put before it or taken away.
 */
public final class PostingRules {

  private PostingRules() {}

  /**
   * What a payment books while it is pending: where it comes from is debited, and what is kept for
   * the borrower credited, because how it will be split is not known.
   *
   * @param kind what kind of payment it is
   * @param amount what is to be paid
   * @return lines for the layer of what is pending
   */
  public static Lines pending(PaymentKind kind, Money amount) {
    return Lines.builder().debit(Crediting.source(kind), amount).credit(SUSPENSE, amount).build();
  }

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
