package io.cascadeledger.journal;

import io.cascadeledger.limits.Limits;
import io.cascadeledger.money.Money;
import java.util.Objects;

/**
 * One line of a journal entry: an account, a side, and a positive amount.
 *
 * @param account the account booked to
 * @param side debit or credit
 * @param amount above zero and at most {@link Limits#AMOUNT_MINOR}
 */
public record Line(AccountCode account, Side side, Money amount) {

  public Line {
    Objects.requireNonNull(account, "account must not be null");
    Objects.requireNonNull(side, "side must not be null");
    if (!amount.isPositive() || amount.minorUnits() > Limits.AMOUNT_MINOR) {
      throw new IllegalArgumentException("the amount of a line is out of range: " + amount);
    }
  }

  /** The same line on the other side. */
  public Line mirrored() {
    return new Line(account, side.opposite(), amount);
  }

  /** The amount in minor units, positive on the debit side and negative on the credit side. */
  public long debitMinusCredit() {
    return side == Side.DEBIT ? amount.minorUnits() : -amount.minorUnits();
  }
}
