package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.PaymentVoided;
import java.time.Instant;
import java.util.UUID;

/** The answer to the voiding of a pending payment. */
record VoidReceipt(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The entry that undoes the pending one, in its layer.") UUID journalEntryId,
    @Describe("The entry that booked it while it was pending.") UUID reversesEntryId,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  static VoidReceipt of(Posted posted) {
    PaymentVoided voided = (PaymentVoided) posted.event();
    return new VoidReceipt(
        voided.paymentId(),
        voided.entry().id(),
        voided.pendingEntryId(),
        voided.postedAt(),
        Rehearsed.flag(posted));
  }

  static VoidReceipt example() {
    return new VoidReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd"),
        UUID.fromString("cccccccc-cccc-cccc-cccc-cccccccccccc"),
        Instant.parse("2026-05-04T12:00:00Z"),
        null);
  }
}
