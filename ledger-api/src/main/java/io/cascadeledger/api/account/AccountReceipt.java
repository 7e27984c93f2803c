package io.cascadeledger.api.account;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.chart.AccountChanged;
import io.cascadeledger.journal.chart.AccountClosed;
import io.cascadeledger.journal.chart.AccountOpened;
import io.cascadeledger.journal.chart.AccountReopened;
import io.cascadeledger.journal.chart.ChartEvent;
import io.cascadeledger.journal.chart.ChartLoaded;
import java.time.Instant;

/** The answer to opening, closing or re-opening an account. */
record AccountReceipt(
    @Describe("The account.") String accountCode,
    @Describe("open, or closed to manual entries.") String status,
    @Describe("When the ledger recorded it.") Instant recordedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static AccountReceipt of(Posted posted) {
    ChartEvent event = (ChartEvent) posted.event();
    AccountCode code =
        switch (event) {
          case AccountOpened it -> it.account().code();
          case AccountClosed it -> it.code();
          case AccountReopened it -> it.code();
          case AccountChanged _, ChartLoaded _ ->
              throw new IllegalStateException("that is not of one account: " + event);
        };
    return new AccountReceipt(
        code.value(),
        event instanceof AccountClosed ? "closed" : "open",
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static AccountReceipt example(String status) {
    return new AccountReceipt("1910", status, Instant.parse("2026-05-01T12:00:00Z"), null);
  }
}
