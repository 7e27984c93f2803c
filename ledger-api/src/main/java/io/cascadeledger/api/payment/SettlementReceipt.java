package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.AllocationAnswer;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentSettled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to the settlement of a pending payment. */
record SettlementReceipt(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("The entry that booked it while it was pending.") UUID pendingEntryId,
    @Describe("The entry that undoes that one, in its layer.") UUID pendingReversalEntryId,
    @Describe("How the waterfall split it; the parts sum to the amount.")
        AllocationAnswer allocation,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(
            value =
                "The entries that do something else since, because they count later; left out if"
                    + " there are none.",
            optional = true)
        List<RestatedEntry> restated,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  /** Made of what was posted: the payment, then that it is pending no more. */
  static SettlementReceipt of(Posted posted) {
    PaymentPosted payment = (PaymentPosted) posted.event();
    PaymentSettled settled =
        posted.events().stream()
            .filter(PaymentSettled.class::isInstance)
            .map(PaymentSettled.class::cast)
            .findFirst()
            .orElseThrow();
    return new SettlementReceipt(
        payment.paymentId(),
        payment.entry().id(),
        settled.pendingEntryId(),
        settled.entry().id(),
        AllocationAnswer.of(payment.allocation()),
        payment.postedAt(),
        RestatedEntry.anyOf(posted),
        Rehearsed.flag(posted));
  }

  static SettlementReceipt example() {
    return new SettlementReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        UUID.fromString("cccccccc-cccc-cccc-cccc-cccccccccccc"),
        UUID.fromString("dddddddd-dddd-dddd-dddd-dddddddddddd"),
        AllocationAnswer.example(),
        Instant.parse("2026-05-04T12:00:00Z"),
        null,
        null);
  }
}
