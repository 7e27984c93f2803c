package io.cascadeledger.api.loan;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.event.FeeAssessed;
import java.time.Instant;
import java.util.UUID;

/** The answer to a fee. */
record FeeReceipt(
    @Describe("The fee.") UUID feeEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt) {

  static FeeReceipt of(FeeAssessed event) {
    return new FeeReceipt(event.feeId(), event.entry().id(), event.postedAt());
  }

  static FeeReceipt example() {
    return new FeeReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        Instant.parse("2026-05-01T12:00:00Z"));
  }
}
