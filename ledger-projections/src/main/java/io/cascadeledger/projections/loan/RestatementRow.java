package io.cascadeledger.projections.loan;

import io.cascadeledger.loan.event.EntryRestated;
import io.cascadeledger.loan.state.LoanBalance;
import io.cascadeledger.waterfall.Allocation;
import java.util.function.ToLongFunction;

/**
 * A restatement of a movement.
 *
 * @param position the position of its event
 * @param event its event
 */
record RestatementRow(long position, EntryRestated event) {

  /** By how much it raises what the loan owes, in minor units. */
  long owedMinor() {
    return LoanBalance.of(event.entry().lines()::debitMinusCredit).owedMinor();
  }

  /** A part of the movement's allocation from then on; null if it has none. */
  Long part(ToLongFunction<Allocation> part) {
    return event.allocation() == null ? null : part.applyAsLong(event.allocation());
  }
}
