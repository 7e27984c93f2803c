package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.AllocationAnswer;
import io.cascadeledger.api.movement.AsPosted;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.MovementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** A payment as it is answered. */
record PaymentAnswer(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The loan that was paid.") UUID loanId,
    @Describe("The loan's borrower.") UUID borrowerId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe("What was paid.") long amountMinor,
    @Describe("The currency of its amounts.") String currency,
    @Describe("The day on which it counts.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe("What kind of payment it is.") String paymentType,
    @Describe("How it is split now.") AllocationAnswer allocation,
    @Describe("Whether it is split otherwise than when it was posted.") boolean restated,
    @Describe(
            value = "What it was when it was posted, and what has restated it, if anything has.",
            optional = true)
        AsPosted asPosted,
    @Describe(value = "How it came.", optional = true) String sourceMethod,
    @Describe(value = "Its name in another system.", optional = true) String externalRef,
    @Describe("Your own notes.") Metadata metadata,
    @Describe(value = "The entry that undid it.", optional = true) UUID reversedByEntryId) {

  static PaymentAnswer of(MovementView view) {
    return new PaymentAnswer(
        view.movementId(),
        view.loan().value(),
        view.borrowerId(),
        view.entryId(),
        view.amountMinor(),
        view.currency().getCurrencyCode(),
        view.effectiveDate(),
        view.postedAt(),
        view.paymentKind().name().toLowerCase(Locale.ROOT),
        AllocationAnswer.of(view.allocation()),
        view.restated(),
        AsPosted.of(view),
        view.sourceMethod(),
        view.externalRef(),
        view.metadata(),
        view.reversedByEntryId());
  }

  static PaymentAnswer example() {
    return new PaymentAnswer(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        88_849,
        "USD",
        LocalDate.of(2026, 5, 1),
        Instant.parse("2026-05-01T12:00:00Z"),
        "regular",
        AllocationAnswer.example(),
        false,
        null,
        "ach",
        "stripe_ch_xyz123",
        Metadata.NONE,
        null);
  }
}
