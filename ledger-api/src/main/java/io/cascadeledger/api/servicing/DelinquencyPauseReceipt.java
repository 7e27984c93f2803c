package io.cascadeledger.api.servicing;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.DelinquencyPaused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The answer to a pause. */
record DelinquencyPauseReceipt(
    @Describe("The pause.") UUID delinquencyPauseId,
    @Describe("The first of its days.") LocalDate startDate,
    @Describe("The last of its days.") LocalDate endDate,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static DelinquencyPauseReceipt of(Posted posted) {
    DelinquencyPaused event = (DelinquencyPaused) posted.event();
    return new DelinquencyPauseReceipt(
        event.pauseId(),
        event.pause().start(),
        event.pause().end(),
        RestatedEntry.allOf(posted),
        event.postedAt(),
        Rehearsed.flag(posted));
  }

  static DelinquencyPauseReceipt example() {
    return new DelinquencyPauseReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        LocalDate.of(2026, 5, 1),
        LocalDate.of(2026, 5, 31),
        List.of(),
        Instant.parse("2026-05-01T12:00:00Z"),
        null);
  }
}
