package io.cascadeledger.loan.state;

import io.cascadeledger.journal.Lines;
import io.cascadeledger.waterfall.Allocation;

/**
 * The amounts of a movement: its own, those of the lines that it books, and those of its split. Two
 * are equal if they say the same, however they keep it.
 */
public sealed interface Figures permits PlainFigures, PackedFigures {

  /**
   * The figures of a movement.
   *
   * @param amountMinor its amount in minor units
   * @param lines what it books; null if nothing
   * @param allocation how it is split; null if it is not one that is split
   */
  static Figures of(long amountMinor, Lines lines, Allocation allocation) {
    return new PlainFigures(amountMinor, lines, allocation);
  }

  /** The movement's amount in minor units. */
  long amountMinor();

  /** What the movement books; null if nothing. */
  Lines lines();

  /** How the movement is split; null if it is not one that is split. */
  Allocation allocation();

  /** Whether the movement books anything. */
  boolean haveLines();

  /** What the lines do to the loan's balance; they are there. */
  LoanBalance change();
}
