package io.cascadeledger.journal.period;

import io.cascadeledger.event.LedgerEvent;
import java.time.LocalDate;

/** Everything that can have happened to accounting periods. */
public sealed interface PeriodEvent extends LedgerEvent
    permits PeriodChangeRequested,
        PeriodChangeRejected,
        PeriodClosed,
        PeriodReopened,
        PeriodSnapshotTaken {

  /** The periods of a tenant. */
  AccountingPeriodsId periods();

  /** The last day of the period that it happened to. */
  LocalDate lastDay();

  @Override
  default String tenant() {
    return periods().tenant();
  }
}
