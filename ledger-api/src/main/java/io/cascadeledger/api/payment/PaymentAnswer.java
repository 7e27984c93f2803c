package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.PaymentView;
import io.cascadeledger.waterfall.Allocation;
import java.time.Instant;
import java.time.LocalDate;
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
    @Describe("How the waterfall split it.") Allocation allocation,
    @Describe(value = "How it came.", optional = true) String sourceMethod,
    @Describe(value = "Its name in another system.", optional = true) String externalRef,
    @Describe("Your own notes.") Metadata metadata,
    @Describe(value = "The entry that undid it.", optional = true) UUID reversedByEntryId) {

  static PaymentAnswer of(PaymentView view) {
    return new PaymentAnswer(
        view.paymentId(),
        view.loan().value(),
        view.borrowerId(),
        view.entryId(),
        view.amount().minorUnits(),
        view.amount().currency().getCurrencyCode(),
        view.effectiveDate(),
        view.postedAt(),
        view.allocation(),
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
        new Allocation(500, 10_000, 78_349, 0),
        "ach",
        "stripe_ch_xyz123",
        Metadata.NONE,
        null);
  }
}
