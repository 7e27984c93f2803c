package io.cascadeledger.api.journal;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.manual.ManualEntryDrafted;
import io.cascadeledger.journal.manual.ManualEntryEvent;
import io.cascadeledger.journal.manual.ManualEntryPosted;
import io.cascadeledger.journal.manual.ManualEntryRejected;
import io.cascadeledger.journal.manual.ManualEntryReversed;
import io.cascadeledger.journal.manual.ManualEntryStatus;
import java.time.Instant;
import java.util.UUID;

/** The answer to writing a manual entry, or to deciding on one. */
record ManualEntryReceipt(
    @Describe("The entry.") UUID journalEntryId,
    @Describe("draft, posted or rejected. Only what is posted counts.") String status,
    @Describe("When the ledger recorded this.") Instant recordedAt,
    @Describe("What the request belonged to.") String correlationId,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static ManualEntryReceipt of(Posted posted) {
    ManualEntryEvent event = (ManualEntryEvent) posted.event();
    ManualEntryStatus status =
        switch (event) {
          case ManualEntryDrafted _ -> ManualEntryStatus.DRAFT;
          case ManualEntryPosted _ -> ManualEntryStatus.POSTED;
          case ManualEntryRejected _ -> ManualEntryStatus.REJECTED;
          case ManualEntryReversed _ ->
              throw new IllegalStateException("a reversal is answered elsewhere");
        };
    return new ManualEntryReceipt(
        event.manualEntry().value(),
        ManualEntryNote.word(status),
        event.postedAt(),
        posted.correlationId(),
        Rehearsed.flag(posted));
  }

  static ManualEntryReceipt example(ManualEntryStatus status) {
    return new ManualEntryReceipt(
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        ManualEntryNote.word(status),
        Instant.parse("2026-05-01T12:00:00Z"),
        "4bf92f3577b34da6a3ce929d0e0e4736",
        null);
  }
}
