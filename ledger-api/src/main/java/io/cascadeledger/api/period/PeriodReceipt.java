package io.cascadeledger.api.period;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.period.PeriodChange;
import io.cascadeledger.journal.period.PeriodChangeRejected;
import io.cascadeledger.journal.period.PeriodChangeRequested;
import io.cascadeledger.journal.period.PeriodClosed;
import io.cascadeledger.journal.period.PeriodEvent;
import io.cascadeledger.journal.period.PeriodReopened;
import io.cascadeledger.journal.period.PeriodSnapshotTaken;
import java.time.Instant;
import java.time.LocalDate;

/** The answer to closing a period, to opening it again, or to deciding on that. */
record PeriodReceipt(
    @Describe("The last day of the period.") LocalDate lastDay,
    @Describe(
            "closed or reopened; close_requested or reopen_requested if another has to approve it;"
                + " close_rejected or reopen_rejected.")
        String status,
    @Describe(value = "Which closing of the books it is, counted from 1.", optional = true)
        Integer closing,
    @Describe("When the ledger recorded this.") Instant recordedAt,
    @Describe("What the request belonged to.") String correlationId,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static PeriodReceipt of(Posted posted) {
    PeriodEvent event = (PeriodEvent) posted.event();
    return new PeriodReceipt(
        event.lastDay(),
        status(event),
        event instanceof PeriodClosed closed ? closed.closing() : null,
        event.postedAt(),
        posted.correlationId(),
        Rehearsed.flag(posted));
  }

  private static String status(PeriodEvent event) {
    return switch (event) {
      case PeriodClosed _ -> "closed";
      case PeriodReopened _ -> "reopened";
      case PeriodChangeRequested it ->
          it.change() == PeriodChange.CLOSE ? "close_requested" : "reopen_requested";
      case PeriodChangeRejected it ->
          it.change() == PeriodChange.CLOSE ? "close_rejected" : "reopen_rejected";
      case PeriodSnapshotTaken _ ->
          throw new IllegalStateException("no request asks for a trial balance to be kept");
    };
  }

  static PeriodReceipt example(String status) {
    return new PeriodReceipt(
        LocalDate.of(2026, 4, 30),
        status,
        status.equals("closed") ? 4 : null,
        Instant.parse("2026-05-04T12:00:00Z"),
        "4bf92f3577b34da6a3ce929d0e0e4736",
        null);
  }
}
