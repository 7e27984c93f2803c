package io.cascadeledger.loan.posting;

import static io.cascadeledger.journal.ChartOfAccounts.CASH_CLEARING;
import static io.cascadeledger.journal.ChartOfAccounts.FEES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.FEE_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.GOODWILL;
import static io.cascadeledger.journal.ChartOfAccounts.INTEREST_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTIES_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.PENALTY_INCOME;
import static io.cascadeledger.journal.ChartOfAccounts.PRINCIPAL_RECEIVABLE;
import static io.cascadeledger.journal.ChartOfAccounts.SUSPENSE;
import static io.cascadeledger.journal.ChartOfAccounts.WAIVERS;

import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.EntryType;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Charge;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.loan.state.Standing;
import io.cascadeledger.loan.terms.PaymentKind;
import io.cascadeledger.money.Money;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.Component;
import io.cascadeledger.waterfall.Excess;
import io.cascadeledger.waterfall.Owed;
import io.cascadeledger.waterfall.PaymentTarget;
import io.cascadeledger.waterfall.Pour;
import java.util.Optional;

/**
 * What a credit does: a payment, money out of suspense, a waiver, a reduced charge. The debit side
 * is where it comes from; the credit side is what it pays, as its target or else the loan's
 * waterfall says, and suspense for the rest.
 */
final class Crediting {

  private final Standing loan;
  private final Movement movement;
  private final Owed owed;

  private Crediting(Standing loan, Movement movement) {
    this.loan = loan;
    this.movement = movement;
    this.owed = loan.owed(movement.effectiveDate());
  }

  static Effect of(Standing loan, Movement movement) {
    Crediting crediting = new Crediting(loan, movement);
    Allocation allocation = crediting.allocation();
    return new Effect(crediting.lines(allocation), allocation);
  }

  private Allocation allocation() {
    long amount = movement.amountMinor();
    return switch (movement.instruction().target()) {
      case null -> byWaterfall(new Pour(amount));
      case PaymentTarget.OneComponent(Component component) -> {
        Pour pour = new Pour(amount);
        pour.into(component, owed.minor(component));
        yield rest(pour);
      }
      case PaymentTarget.OneCharge(var chargeId) -> {
        Pour pour = new Pour(amount);
        Optional<Charge> charge = loan.charge(chargeId);
        charge.ifPresent(it -> pour.into(it.component(), it.openMinor()));
        yield rest(pour);
      }
      case PaymentTarget.Split(Allocation split) -> {
        Pour pour = new Pour(amount);
        for (Component component : Component.values()) {
          pour.into(component, Math.min(split.minor(component), owed.minor(component)));
        }
        yield pour.allocation();
      }
    };
  }

  /** What the payer directs stays in suspense if it is too much; what is given up pays on. */
  private Allocation rest(Pour pour) {
    boolean paysOn =
        pour.restMinor() > 0
            && switch (movement.instruction().kind()) {
              case WAIVER, FEE_ADJUSTMENT, PENALTY_ADJUSTMENT -> true;
              default -> false;
            };
    return paysOn ? byWaterfall(pour) : pour.allocation();
  }

  private Allocation byWaterfall(Pour pour) {
    Allocation first =
        loan.policy()
            .ruleFor(movement.instruction().kind())
            .allocate(pour.restMinor(), pour.isUntouched() ? owed : new StillOwed(owed, pour));
    for (Component component : Component.values()) {
      pour.into(component, first.minor(component));
    }
    Excess excess = loan.policy().excess();
    if (excess == Excess.NEXT_INSTALMENTS) {
      for (Component component : Component.values()) {
        pour.into(component, owed.minor(component) - pour.placedMinor(component));
      }
    } else if (excess == Excess.PRINCIPAL) {
      pour.into(
          Component.PRINCIPAL,
          owed.minor(Component.PRINCIPAL) - pour.placedMinor(Component.PRINCIPAL));
    }
    return pour.allocation();
  }

  private Lines lines(Allocation allocation) {
    boolean fromSuspense = movement.type() == EntryType.SUSPENSE_APPLIED;
    if (fromSuspense && allocation.appliedMinor() == 0) {
      return null;
    }
    return Lines.builder()
        .debit(
            fromSuspense ? SUSPENSE : source(movement.instruction().kind()),
            money(fromSuspense ? allocation.appliedMinor() : movement.amountMinor()))
        .credit(PENALTIES_RECEIVABLE, money(allocation.penaltiesMinor()))
        .credit(FEES_RECEIVABLE, money(allocation.feesMinor()))
        .credit(INTEREST_RECEIVABLE, money(allocation.interestMinor()))
        .credit(PRINCIPAL_RECEIVABLE, money(allocation.principalMinor()))
        .credit(SUSPENSE, money(fromSuspense ? 0 : allocation.suspenseMinor()))
        .build();
  }

  /** Where a credit of a kind comes from. */
  static AccountCode source(PaymentKind kind) {
    return switch (kind) {
      case REGULAR, PAYOFF, DOWN_PAYMENT, MERCHANT_REFUND, PAYOUT_REFUND, RECOVERY -> CASH_CLEARING;
      case GOODWILL_CREDIT -> GOODWILL;
      case WAIVER -> WAIVERS;
      case FEE_ADJUSTMENT -> FEE_INCOME;
      case PENALTY_ADJUSTMENT -> PENALTY_INCOME;
    };
  }

  private Money money(long minor) {
    return new Money(minor, loan.currency());
  }
}
