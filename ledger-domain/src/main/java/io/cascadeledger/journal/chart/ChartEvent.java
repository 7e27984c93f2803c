package io.cascadeledger.journal.chart;

import io.cascadeledger.event.LedgerEvent;

/** Everything that can have happened to a tenant's chart of accounts. */
public sealed interface ChartEvent extends LedgerEvent
    permits ChartLoaded, AccountOpened, AccountChanged, AccountClosed, AccountReopened {

  /** The chart it happened to. */
  ChartId chart();

  @Override
  default String tenant() {
    return chart().tenant();
  }
}
