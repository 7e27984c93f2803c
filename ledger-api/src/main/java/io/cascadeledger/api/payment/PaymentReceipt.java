package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.AllocationAnswer;
import io.cascadeledger.api.movement.Rehearsed;
import io.cascadeledger.api.movement.RestatedEntry;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.journal.Layer;
import io.cascadeledger.loan.event.PaymentPended;
import io.cascadeledger.loan.event.PaymentPosted;
import io.cascadeledger.loan.event.PaymentTaken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The answer to a payment. */
public record PaymentReceipt(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe(
            value = "Is PENDING if it is pending; left out of a payment that counts.",
            optional = true)
        String layer,
    @Describe(
            value =
                "How the waterfall split it; the parts sum to the amount. Left out of one that is"
                    + " pending.",
            optional = true)
        AllocationAnswer allocation,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe(
            value =
                "The entries that do something else since, because they count later; left out if"
                    + " there are none.",
            optional = true)
        List<RestatedEntry> restated,
    @Describe(value = Rehearsed.MEANING, optional = true) Boolean dryRun) {

  /** Made of what was posted, of which the payment is the first. */
  public static PaymentReceipt of(Posted posted) {
    PaymentTaken event = (PaymentTaken) posted.event();
    return new PaymentReceipt(
        event.paymentId(),
        event.entry().id(),
        event instanceof PaymentPended ? Layer.PENDING.name() : null,
        event instanceof PaymentPosted payment ? AllocationAnswer.of(payment.allocation()) : null,
        event.postedAt(),
        RestatedEntry.anyOf(posted),
        Rehearsed.flag(posted));
  }

  /** An example for the description. */
  public static PaymentReceipt example() {
    return new PaymentReceipt(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        null,
        AllocationAnswer.example(),
        Instant.parse("2026-05-01T12:00:00Z"),
        null,
        null);
  }
}
