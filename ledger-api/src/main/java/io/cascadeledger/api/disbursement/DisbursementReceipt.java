package io.cascadeledger.api.disbursement;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.event.DisbursementPosted;
import java.time.Instant;
import java.util.UUID;

/** The answer to a disbursement. */
record DisbursementReceipt(
    @Describe("The disbursement.") UUID disbursementEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt) {

  static DisbursementReceipt of(DisbursementPosted event) {
    return new DisbursementReceipt(event.disbursementId(), event.entry().id(), event.postedAt());
  }

  static DisbursementReceipt example() {
    return new DisbursementReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        Instant.parse("2026-05-01T12:00:00Z"));
  }
}
