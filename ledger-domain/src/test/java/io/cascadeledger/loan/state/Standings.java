package io.cascadeledger.loan.state;

import io.cascadeledger.given.Sample;
import io.cascadeledger.loan.event.LoanMovement;
import io.cascadeledger.loan.terms.AllocationPolicy;

/** Loans of any policy, at some point of their history. */
public final class Standings {
  private Standings() {}

  /** Where a loan of the policy stands after these movements. */
  public static Standing after(AllocationPolicy policy, LoanMovement... movements) {
    Standing standing = new Standing(Sample.OPENED, Sample.USD, policy, null);
    for (int place = 0; place < movements.length; place++) {
      standing.apply(Movement.of(movements[place], place));
    }
    return standing;
  }
}
