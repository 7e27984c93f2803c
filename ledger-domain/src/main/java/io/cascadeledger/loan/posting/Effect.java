package io.cascadeledger.loan.posting;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.loan.state.Movement;
import io.cascadeledger.waterfall.Allocation;

/**
 * What a movement does to the books where the loan stands.
 *
 * @param lines what it books; null if nothing
 * @param allocation how it is split; null if it is not one that is split
 */
public record Effect(Lines lines, Allocation allocation) {

  /** Nothing is booked. */
  public static final Effect NONE = new Effect(null, null);

  /** What a movement does as it counts now. */
  public static Effect of(Movement movement) {
    return new Effect(movement.lines(), movement.allocation());
  }
}
