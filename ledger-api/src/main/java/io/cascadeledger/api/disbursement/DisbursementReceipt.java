package io.cascadeledger.api.disbursement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.DisbursementPosted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a disbursement. */
record DisbursementReceipt(
    @Describe("The disbursement.") UUID disbursementEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(
            value = "What was charged with it, as agreed; left out if nothing was.",
            optional = true)
        List<ChargedWith> charges,
    @Describe(
            value =
                "The entries that do something else since, because they count later; left out if"
                    + " there are none.",
            optional = true)
        List<RestatedEntry> restated,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static DisbursementReceipt of(Posted posted) {
    DisbursementPosted event = (DisbursementPosted) posted.event();
    return new DisbursementReceipt(
        event.disbursementId(),
        event.entry().id(),
        event.postedAt(),
        ChargedWith.anyOf(posted),
        RestatedEntry.anyOf(posted),
        Rehearsed.flag(posted));
  }

  static DisbursementReceipt example() {
    return new DisbursementReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        Instant.parse("2026-05-01T12:00:00Z"),
        null,
        null,
        null);
  }
}
