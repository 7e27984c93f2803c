package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.chart.ChartLoaded;
import java.time.Instant;

/** The answer to loading a list of accounts. */
record ChartReceipt(
    @Describe("How many accounts were opened.") int opened,
    @Describe("How many were defined otherwise.") int changed,
    @Describe("How many were closed.") int closed,
    @Describe("How many were opened again.") int reopened,
    @Describe("When the ledger recorded it.") Instant recordedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static ChartReceipt of(Posted posted) {
    ChartLoaded loaded = (ChartLoaded) posted.event();
    return new ChartReceipt(
        loaded.opened(),
        loaded.changed(),
        loaded.closed(),
        loaded.reopened(),
        loaded.postedAt(),
        Rehearsed.flag(posted));
  }

  static ChartReceipt example() {
    return new ChartReceipt(1, 0, 0, 0, Instant.parse("2026-05-01T12:00:00Z"), null);
  }
}
