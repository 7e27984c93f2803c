package io.cascadeledger.api.servicing;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.DelinquencyPauseEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer to the end of a pause. */
record DelinquencyPauseEndReceipt(
    @Describe("The pause.") UUID delinquencyPauseId,
    @Describe(value = "The last day that stays paused; absent if none does.", optional = true)
        LocalDate lastDate,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static DelinquencyPauseEndReceipt of(Posted posted) {
    DelinquencyPauseEnded event = (DelinquencyPauseEnded) posted.event();
    return new DelinquencyPauseEndReceipt(
        event.pauseId(),
        event.lastDay(),
        RestatedEntry.allOf(posted),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static DelinquencyPauseEndReceipt example() {
    return new DelinquencyPauseEndReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        LocalDate.of(2026, 5, 10),
        List.of(),
        Instant.parse("2026-05-11T12:00:00Z"),
        null);
  }
}
