package io.cascadeledger.loan.event;

import java.util.UUID;

/**
 * Something was arranged that changes how the ledger services the loan. It books nothing by itself,
 * and has a place in the loan's history.
 */
public sealed interface LoanArrangement extends LoanEvent
    permits TermsChanged, DelinquencyPaused, DelinquencyPauseEnded {

  /** The identity of what was arranged. */
  UUID arrangementId();
}
