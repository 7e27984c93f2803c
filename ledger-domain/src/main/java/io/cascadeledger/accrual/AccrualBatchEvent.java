package io.cascadeledger.accrual;

import io.cascadeledger.event.LedgerEvent;

/**
 * Everything that can have happened to a batch of accruals. The money itself moves in the loans'
 * events, which are stored together with these or not at all.
 */
public sealed interface AccrualBatchEvent extends LedgerEvent
    permits AccrualBatchPosted, AccrualBatchReversed {

  /** The batch it happened to. */
  AccrualBatchId batch();

  @Override
  default String tenant() {
    return batch().tenant();
  }
}
