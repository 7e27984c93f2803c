package io.cascadeledger.loan.event;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a loan. */
public sealed interface LoanEvent extends LedgerEvent
    permits LoanOpened,
        LoanMovement,
        LoanArrangement,
        InstalmentFellDue,
        DelinquencyChanged,
        LoanClosed {

  /** The loan it happened to. */
  LoanId loan();

  @Override
  default String tenant() {
    return loan().tenant();
  }
}
