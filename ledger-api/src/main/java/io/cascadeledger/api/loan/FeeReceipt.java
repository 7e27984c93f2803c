package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.FeeAssessed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a fee. */
record FeeReceipt(
    @Describe("The fee.") UUID feeEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(
            value =
                "The entries that do something else since, because they count later; left out if"
                    + " there are none.",
            optional = true)
        List<RestatedEntry> restated,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static FeeReceipt of(Posted posted) {
    FeeAssessed event = (FeeAssessed) posted.event();
    return new FeeReceipt(
        event.feeId(),
        event.entry().id(),
        event.postedAt(),
        RestatedEntry.anyOf(posted),
        Rehearsed.flag(posted));
  }

  static FeeReceipt example() {
    return new FeeReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        Instant.parse("2026-05-01T12:00:00Z"),
        null,
        null);
  }
}
