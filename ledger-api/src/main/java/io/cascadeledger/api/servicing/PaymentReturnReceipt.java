package io.cascadeledger.api.servicing;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.EntryReversed;
import io.cascadeledger.loan.event.FeeAssessed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a returned payment. */
record PaymentReturnReceipt(
    @Describe("The entry that undoes the payment's.") UUID journalEntryId,
    @Describe("The payment's entry.") UUID reversesEntryId,
    @Describe(value = "The fee, if one was charged.", optional = true) UUID feeEventId,
    @Describe(value = "The journal entry that books the fee.", optional = true)
        UUID feeJournalEntryId,
    @Describe("The entries that do something else since, because they count later.")
        List<RestatedEntry> restated,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static PaymentReturnReceipt of(Posted posted) {
    EntryReversed reversal = (EntryReversed) posted.event();
    FeeAssessed fee =
        posted.events().stream()
            .filter(FeeAssessed.class::isInstance)
            .map(FeeAssessed.class::cast)
            .findFirst()
            .orElse(null);
    return new PaymentReturnReceipt(
        reversal.entry().id(),
        reversal.reversedEntryId(),
        fee == null ? null : fee.feeId(),
        fee == null ? null : fee.entry().id(),
        RestatedEntry.allOf(posted),
        reversal.postedAt(),
        Rehearsed.flag(posted));
  }

  static PaymentReturnReceipt example() {
    return new PaymentReturnReceipt(
        UUID.fromString("cccccccc-cccc-cccc-cccc-cccccccccccc"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd"),
        UUID.fromString("eeeeeeee-eeee-eeee-eeee-eeeeeeeeeeee"),
        List.of(),
        Instant.parse("2026-05-01T12:00:00Z"),
        null);
  }
}
