package io.cascadeledger.api.payment;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.api.movement.AllocationAnswer;
import io.cascadeledger.api.movement.AsPosted;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.projections.loan.MovementView;
import io.cascadeledger.projections.loan.PendingPaymentView;
import io.cascadeledger.projections.loan.PendingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A payment as it is answered. */
record PaymentAnswer(
    @Describe("The payment.") UUID paymentEventId,
    @Describe("The loan that was paid.") UUID loanId,
    @Describe("The loan's borrower.") UUID borrowerId,
    @Describe("The journal entry that books it.") UUID journalEntryId,
    @Describe(
            "SETTLED if it counts, whether it was reversed since or not; PENDING if it is on its"
                + " way; VOIDED if it will not come.")
        String status,
    @Describe("What was paid.") long amountMinor,
    @Describe("The currency of its amounts.") String currency,
    @Describe("The day on which it counts.") LocalDate effectiveAt,
    @Describe("When the ledger recorded it.") Instant postedAt,
    @Describe("What kind of payment it is.") String paymentType,
    @Describe(value = "How it is split now; left out if it does not count.", optional = true)
        AllocationAnswer allocation,
    @Describe("Whether it is split otherwise than when it was posted.") boolean restated,
    @Describe(
            value = "What it was when it was posted, and what has restated it, if anything has.",
            optional = true)
        AsPosted asPosted,
    @Describe(value = "How it came.", optional = true) String sourceMethod,
    @Describe(value = "Its name in another system.", optional = true) String externalRef,
    @Describe("Your own notes.") Metadata metadata,
    @Describe(value = "The entry that undid it.", optional = true) UUID reversedByEntryId,
    @Describe(value = "While it was pending, if it was.", optional = true) WhilePending pending) {

  /** A payment that counts now, but was posted as pending. */
  @Describe("A payment while it was pending, in the layer PENDING.")
  record WhilePending(
      @Describe("The journal entry that booked it.") UUID journalEntryId,
      @Describe("The day from which it was pending.") LocalDate effectiveAt,
      @Describe("When the ledger recorded it.") Instant postedAt,
      @Describe("The entry that undid that one when it was settled.") UUID reversedByEntryId) {

    private static WhilePending of(PendingPaymentView view) {
      return new WhilePending(
          view.entryId(), view.effectiveDate(), view.postedAt(), view.endedByEntryId());
    }
  }

  /** A payment that does not count: it is pending, or was voided. */
  static PaymentAnswer of(PendingPaymentView view) {
    return new PaymentAnswer(
        view.paymentId(),
        view.loan().value(),
        view.borrowerId(),
        view.entryId(),
        view.status().name(),
        view.amountMinor(),
        view.currency().getCurrencyCode(),
        view.effectiveDate(),
        view.postedAt(),
        view.kind().name().toLowerCase(Locale.ROOT),
        null,
        false,
        null,
        view.sourceMethod(),
        view.externalRef(),
        view.metadata(),
        view.endedByEntryId(),
        null);
  }

  /**
   * A payment that counts.
   *
   * @param pending the same while it was pending; empty if it never was
   */
  static PaymentAnswer of(MovementView view, Optional<PendingPaymentView> pending) {
    return new PaymentAnswer(
        view.movementId(),
        view.loan().value(),
        view.borrowerId(),
        view.entryId(),
        PendingStatus.SETTLED.name(),
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
        view.reversedByEntryId(),
        pending.map(WhilePending::of).orElse(null));
  }

  static PaymentAnswer example() {
    return new PaymentAnswer(
        UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"),
        UUID.fromString("11111111-1111-1111-1111-111111111111"),
        UUID.fromString("22222222-2222-2222-2222-222222222222"),
        UUID.fromString("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb"),
        "SETTLED",
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
        null,
        null);
  }
}
