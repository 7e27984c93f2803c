package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.util.UUID;

/** The answer to a payment. */
public record PaymentReceipt(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("How the waterfall split it; the parts sum to the amount.") Allocation allocation,
    @Describe("When the ledger recorded it.") Instant postedAt) {

  /** Made of the event that posted it. */
  public static PaymentReceipt of(PaymentPosted event) {
    return new PaymentReceipt(
        event.paymentId(), event.entry().id(), event.allocation(), event.postedAt());
  }

  /** An example for the description. */
  public static PaymentReceipt example() {
    return new PaymentReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        new Allocation(500, 10_000, 78_349, 0),
        Instant.parse("2026-05-01T12:00:00Z"));
  }
}
