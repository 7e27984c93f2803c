package io.cascadeledger.api.reversal;

import io.cascadeledger.accrual.AccrualBatchReversed;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.limits.Limits;
import io.cascadeledger.loan.event.EntryReversed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a reversal. */
record ReversalReceipt(
    @Describe("The entry that undoes the other.") UUID journalEntryId,
    @Describe("The entry that was undone.") UUID reversesEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe("What the request belonged to.") String correlationId,
    @Describe(
            value =
                "The entries that do something else since, because they count later; left out if"
                    + " there are none. Of a batch of accruals, the first hundred.",
            optional = true)
        List<RestatedEntry> restated,
    @Describe(value = "How many there are of them.", optional = true) Integer restatedCount,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static ReversalReceipt of(Posted posted) {
    return switch (posted.event()) {
      case EntryReversed event ->
          new ReversalReceipt(
              event.entry().id(),
              event.reversedEntryId(),
              event.postedAt(),
              posted.correlationId(),
              RestatedEntry.anyOf(posted),
              RestatedEntry.countOf(posted),
              Rehearsed.flag(posted));
      case AccrualBatchReversed event ->
          new ReversalReceipt(
              event.entryId(),
              event.reversedEntryId(),
              event.postedAt(),
              posted.correlationId(),
              RestatedEntry.firstOf(posted, Limits.RESTATED_ENTRIES_OF_A_BATCH),
              RestatedEntry.countOf(posted),
              Rehearsed.flag(posted));
      case ManualEntryReversed event ->
          new ReversalReceipt(
              event.entry().id(),
              event.manualEntry().value(),
              event.postedAt(),
              posted.correlationId(),
              null,
              null,
              Rehearsed.flag(posted));
      default -> throw new IllegalStateException("not a reversal: " + posted.event());
    };
  }

  static ReversalReceipt example() {
    return new ReversalReceipt(
        UUID.fromString("cccccccc-cccc-cccc-cccc-cccccccccccc"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        Instant.parse("2026-05-02T12:00:00Z"),
        "4bf92f3577b34da6a3ce929d0e0e4736",
        null,
        null,
        null);
  }
}
